import * as vendor from 'jira.js/cloud'
import { expect, it } from 'vitest'
import { jiraSource } from '#src/adapters/sources/jira-source.ts'
import { aJiraSite, token } from '../fixtures/jira-site.ts'

const site = aJiraSite()
const tryOut = async (...projects: string[]) =>
  (await jiraSource(site.connect(), site.double().url).tryOut(projects)).map(({ can, where, problem }) => ({
    says: `${can} ${where}`,
    problem,
  }))

it('says of each project what the account may do, by the names that Jira shows', async () => {
  expect(await tryOut('SP')).toEqual([
    { says: 'read SP', problem: null },
    { says: 'write SP', problem: null },
  ])
  site.double().setGrants({ missing: ['ADD_COMMENTS', 'CREATE_ISSUES'], inExchange: false })
  expect(await tryOut('SP')).toEqual([
    { says: 'read SP', problem: null },
    { says: 'write SP', problem: 'Add Comments, Create Issues is missing.' },
  ])
  const [gone] = await tryOut('NONE')
  expect(gone).toMatchObject({ says: 'read NONE', problem: expect.stringContaining("with key 'NONE'") })
})

it('with a token that Jira does not take says that alone, and what to do', async () => {
  const source = jiraSource(site.connect({ apiToken: 'old' }), site.double().url)
  const findings = await source.tryOut(['SP'])
  expect(findings).toHaveLength(1)
  expect(findings[0]).toMatchObject({ where: 'the site', todo: expect.stringContaining('token') })
})

it("answers as Atlassian's specification says", async () => {
  const authorization = `Basic ${Buffer.from(`${token.email}:${token.apiToken}`).toString('base64')}`
  const ask = async (query: string) =>
    await fetch(`${site.double().url}/rest/api/3/mypermissions?${query}`, { headers: { authorization } })
  const answer: unknown = await (await ask('permissions=BROWSE_PROJECTS&projectKey=SP')).json()
  expect(vendor.PermissionsSchema.parse(answer)).toMatchObject({
    permissions: { BROWSE_PROJECTS: { havePermission: true } },
  })
  expect((await ask('projectKey=SP')).status).toBe(400)
  expect((await ask('permissions=BROWSE_PROJECT')).status).toBe(400)
})
