import { addSeconds } from 'date-fns/addSeconds'
import { beforeEach, describe, expect, it } from 'vitest'
import { connectIntake } from '#src/adapters/dynamo/intake.ts'
import { connectRereads } from '#src/adapters/dynamo/rereads.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import { idFor } from '#src/adapters/ids.ts'
import { JiraUnavailable } from '#src/adapters/sources/jira/jira-errors.ts'
import { jiraSource } from '#src/adapters/sources/jira-source.ts'
import { readSource } from '#src/agent/detect-changes/read-source.ts'
import { aProject as aScenarioProject, emptyWorld } from '#src/sandbox/campaign/crowd.ts'
import { anIssue } from '#src/sandbox/campaign/vendor-records.ts'
import { fakeTable } from '../fakes/table.ts'
import { aProject } from '../fixtures/desk.ts'
import { aJiraSite, token } from '../fixtures/jira-site.ts'

const at = (time: string) => new Date(`2026-10-20T${time}Z`)
/** Two tickets, moved at ten past and nearly a quarter past ten. */
const scenario = {
  ...emptyWorld('lag', at('09:30:00'), at('12:30:00'), 'Europe/London'),
  projects: [aScenarioProject('PA')],
  issues: [
    anIssue(1, 'PA-1', [{ at: at('10:10:00'), what: 'moved' }]),
    anIssue(2, 'PA-2', [{ at: at('10:13:00'), what: 'moved' }]),
  ],
}
const site = aJiraSite({ scenario })
const LATE = { fault: 'lag', lagSeconds: 180, times: 1_000 } as const

const standAt = (time: string) => {
  site.at(at(time).toISOString())
}

describe('the search of the double, told to be late', () => {
  const ask = async (path: string, body: unknown) => {
    const credentials = Buffer.from(`${token.email}:${token.apiToken}`).toString('base64')
    const headers = { authorization: `Basic ${credentials}`, 'content-type': 'application/json' }
    const url = `${site.double().url}/rest/api/3/${path}`
    return await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  }
  const jql = 'project = "PA" AND updated >= "2026-10-20 11:05"'
  const found = async (more: Record<string, unknown> = {}) => {
    const answer: unknown = await (await ask('search/jql', { jql, fields: ['key'], ...more })).json()
    return answer
  }

  beforeEach(() => {
    standAt('10:15:00')
    site.double().setFaults([LATE])
  })

  it('does not show a change for so long, nor count it, on a clock that is right', async () => {
    expect(await found()).toMatchObject({ issues: [{ key: 'PA-1' }] })
    const counted = await ask('search/approximate-count', { jql })
    expect(await counted.json()).toEqual({ count: 1 })
    expect(counted.headers.get('date')).toBe('Tue, 20 Oct 2026 10:15:00 GMT')
    standAt('10:16:00')
    expect(await found()).toMatchObject({ issues: [{ key: 'PA-1' }, { key: 'PA-2' }] })
  })

  it('shows an issue as it is where it is asked for by itself, and where a search is to reconcile it', async () => {
    expect((await site.connect().readIssue('PA-2')).context).toMatchObject({ status: 'In Progress' })
    expect(await found({ reconcileIssues: [100_002] })).toMatchObject({
      issues: [{ key: 'PA-1' }, { key: 'PA-2' }],
    })
    expect(await found({ reconcileIssues: Array.from({ length: 51 }, (_, n) => n) })).toHaveProperty(
      'errorMessages',
    )
  })

  it('is told so over HTTP', async () => {
    const body = JSON.stringify([{ fault: 'lag', lagSeconds: 600 }])
    await fetch(`${site.double().url}/_control/faults`, { method: 'POST', body })
    expect(await found()).toMatchObject({ issues: [] })
    expect(await found()).toMatchObject({ issues: [{ key: 'PA-1' }, { key: 'PA-2' }] })
  })
})

describe('a reader of it', () => {
  const table = () => {
    const kept = fakeTable()
    const gaps = () => connectIntake(kept, 'jira', 'jira').resyncs()
    const check = async (time: string) => {
      standAt(time)
      const stores = { ...connectIntake(kept, 'jira', 'jira'), ...connectRereads(kept, 'jira', 'jira') }
      const watched = { ...jiraSource(site.connect(), site.double().url), account: 'jira', ...stores }
      const { known } = connectSignals(kept)
      const rest = { saveSprints: async () => undefined, matters: async () => [] }
      const deps = { realNow: () => new Date(), newId: idFor, known, ...rest }
      const { reading } = await readSource(deps, watched, [aProject({ id: 'PA' })], at(time).toISOString())
      return reading
    }
    return { check, gaps }
  }

  it('finds by its next read what the last one was not shown, though its checkpoint has passed that', async () => {
    const { check, gaps } = table()
    await check('10:00:00')
    site.double().setFaults([LATE])
    expect(await check('10:15:00')).toMatchObject({ changed: 1, counted: { read: 1, of: 1 } })
    expect(await check('10:30:00')).toMatchObject({ changed: 1 })
    expect(await gaps()).toEqual([])
  })

  it('finds on the hour what was shown later than that, and says so', async () => {
    const others = ['10:05:00', '10:09:00'].map((time, n) =>
      anIssue(3 + n, `PA-${3 + n}`, [{ at: at(time), what: 'moved' }]),
    )
    await site.restart({ scenario: { ...scenario, issues: [...scenario.issues, ...others] } })
    const { check, gaps } = table()
    const behind = (lagSeconds: number) => {
      site.double().setFaults([{ ...LATE, lagSeconds }])
    }
    await check('10:00:00')
    behind(600)
    expect(await check('10:15:00')).toMatchObject({ changed: 1 })
    behind(1_250)
    expect(await check('10:30:00')).toMatchObject({ changed: 1 })
    site.double().setFaults([])
    expect(await check('10:45:00')).toMatchObject({ changed: 0 })
    expect(await gaps()).toHaveLength(1)
    expect(await check('11:00:00')).toMatchObject({ changed: 2, counted: { read: 4, of: 4 } })
    const [since, until] = [at('10:10:00').toISOString(), at('11:00:00').toISOString()]
    expect(await gaps()).toMatchObject([
      { since: at('10:09:00').toISOString(), until: at('10:30:00').toISOString(), read: 1, why: 'late' },
      { since, until, read: 2, why: 'late' },
    ])
  })
})

describe('our own new issue', () => {
  it('is found by its act though its reply was lost and the search does not show it yet', async () => {
    standAt('10:15:00')
    const act = { project: 'PA', title: 'Move the rest', text: 'It was left out.', actId: '01NEW' }
    const jira = site.connect()
    site.double().setFaults([{ fault: 'lostReply', match: 'POST /rest/api/3/issue' }, LATE])
    await expect(jira.createIssue(act)).rejects.toThrow(JiraUnavailable)
    expect(await jira.findIssue({ ...act, since: site.now() })).toMatchObject({ id: 'PA-3' })
    expect(await jira.findIssue({ ...act, actId: 'another', since: site.now() })).toBeUndefined()
    site.at(addSeconds(site.now(), 240).toISOString())
    expect(await jira.findIssue({ ...act, since: at('10:15:00') })).toMatchObject({ id: 'PA-3' })
  })
})
