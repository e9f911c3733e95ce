import { describe, expect, it } from 'vitest'
import { aBusyIssue } from '../fixtures/jira-issue.ts'
import { aJiraSite, sample } from '../fixtures/jira-site.ts'

const site = aJiraSite()
/** As Jira Service Management returns the field of its type `vp-origin`, under whatever id and name. */
const asked = {
  _links: { web: 'https://example.atlassian.net/servicedesk/customer/portal/1/SP-99' },
  requestType: { id: '11', name: 'Something is broken', serviceDeskId: '1', portalId: '1' },
  currentStatus: { status: 'Waiting for support', statusCategory: 'NEW' },
}

function withFields(fields: object) {
  const issue = aBusyIssue({ histories: 1, comments: 3 })
  return { ...sample, issues: [...sample.issues, { ...issue, fields: { ...issue.fields, ...fields } }] }
}

describe('what manners ask of a ticket', () => {
  it('a request of a service desk is known by the type of a field, and by its project', async () => {
    await site.restart({ scenario: withFields({ customfield_14711: asked }) })
    expect((await site.connect().readIssue('SP-99')).context.isRequest).toBe(true)
    expect((await site.connect().readIssue('SP-1')).context.isRequest).toBe(false)
    const project = { id: '1', key: 'SP', name: 'Desk', projectTypeKey: 'service_desk' }
    await site.restart({ scenario: withFields({ project }) })
    expect((await site.connect().readIssue('SP-99')).context.isRequest).toBe(true)
  })

  it('who wrote last is a person, and never we ourselves', async () => {
    await site.restart({ scenario: withFields({}) })
    const before = await site.connect().readIssue('SP-99')
    const last = before.comments.at(-1)
    expect(before.context.lastWord).toEqual({ at: last?.created, by: last?.author?.name })
    await site.connect().comment({ key: 'SP-99', text: 'When?', actId: 'A1' })
    const after = await site.connect().readIssue('SP-99')
    expect(after.comments).toHaveLength(before.comments.length + 1)
    expect(after.context.lastWord).toEqual(before.context.lastWord)
  })
})
