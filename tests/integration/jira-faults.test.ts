import { describe, expect, it } from 'vitest'
import {
  JiraThrottled,
  JiraUnauthorised,
  JiraUnavailable,
  JiraUnreadable,
} from '#src/adapters/sources/jira/jira-errors.ts'
import { startJiraDouble } from '#src/sandbox/jira/jira-double.ts'
import { aJiraSite, birth, sample, token } from '../fixtures/jira-site.ts'

const site = aJiraSite()

describe('failing', () => {
  it('401: names the credentials', async () => {
    const wrong = site.connect({ apiToken: 'wrong' })
    await expect(wrong.whoAmI()).rejects.toThrow(JiraUnauthorised)
    await expect(wrong.whoAmI()).rejects.toThrow(/GET \/rest\/api\/3\/myself.*API token/)
  })

  it('429: says how long to wait and why', async () => {
    site.double().setFaults([{ fault: '429', retryAfterSeconds: 90, reason: 'jira-quota-tenant-based' }])
    const failed: unknown = await site.poll(birth).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(JiraThrottled)
    expect(failed).toMatchObject({ retryAfterSeconds: 90, reason: 'jira-quota-tenant-based' })
  })

  it.each(['500', 'timeout', 'cut', 'drop'] as const)('%s: unavailable, and works again', async (fault) => {
    site.double().setFaults([{ fault, match: 'myself' }])
    const jira = site.connect({ timeoutMs: 300 })
    await expect(jira.whoAmI()).rejects.toThrow(JiraUnavailable)
    expect((await jira.whoAmI()).displayName).toBe('Morgan Reid')
  })

  it('malformed: unreadable, and nobody there: unavailable', async () => {
    site.double().setFaults([{ fault: 'malformed' }])
    await expect(site.connect().whoAmI()).rejects.toThrow(JiraUnreadable)
    await expect(site.connect({ baseUrl: 'http://127.0.0.1:1' }).whoAmI()).rejects.toThrow(JiraUnavailable)
  })

  it('no such issue, no such project: refused', async () => {
    await expect(site.connect().readIssue('SP-404')).rejects.toThrow(/404.*Issue does not exist/)
    await expect(site.poll(birth, { projects: ['NO'] })).rejects.toThrow(
      /'NO' does not exist for the field 'project'/,
    )
  })

  it('takes faults from the scenario at their time, and over HTTP', async () => {
    const fault = { at: new Date('2021-12-14T12:00:00Z'), target: 'jira', fault: '500', times: 1 } as const
    await site.restart({ scenario: { ...sample, faults: [fault] } })
    site.at('2021-12-14T11:59:59Z')
    await site.connect().whoAmI()
    site.at('2021-12-14T12:00:00Z')
    await expect(site.connect().whoAmI()).rejects.toThrow(JiraUnavailable)
    const body = JSON.stringify([{ fault: '429' }])
    expect((await fetch(`${site.double().url}/_control/faults`, { method: 'POST', body })).status).toBe(204)
    await expect(site.connect().whoAmI()).rejects.toThrow(JiraThrottled)
    expect(await (await fetch(`${site.double().url}/_control/journal`)).json()).toEqual([])
  })

  it('a taken port is named', async () => {
    const port = Number(new URL(site.double().url).port)
    const second = startJiraDouble({ port, scenario: sample, now: site.now, token })
    await expect(second).rejects.toThrow(`port ${String(port)} on 127.0.0.1 is taken`)
  })
})
