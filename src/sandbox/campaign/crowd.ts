import { addMinutes, addSeconds, subDays } from 'date-fns'
import { issueFile, mailFile } from '#src/sandbox/scenario/vendor-files.ts'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'

/** So much changes at once. `busyShare`: how much of it in the first project; the rest is spread over the others. */
export type Crowd = { projects: number; issues: number; mails: number; busyShare?: number }

/** The first check connects the projects; the second finds the crowd. */
export const CROWD_START = new Date('2026-03-02T09:00:00Z')
export const CROWD_AT = addMinutes(CROWD_START, 15)

/**
 * Projects whose every ticket moves, and a mailbox into which everybody writes, in the quarter of an hour between two
 * checks: what comes after a bulk edit, a migration or a night in which nothing could be read.
 */
export function crowdedScenario({ projects, issues, mails, busyShare = 0.9 }: Crowd): Scenario {
  const keys = Array.from({ length: projects }, (_, n) => `P${letters(n)}`)
  const keyOf = (n: number) =>
    n < issues * busyShare || projects === 1 ? 'PA' : (keys[1 + (n % (projects - 1))] ?? 'PA')
  const pm = { name: 'Morgan Reid', email: 'morgan.reid@example.com' }
  return {
    name: 'crowd',
    folder: 'crowd',
    timeZone: 'Europe/London',
    start: CROWD_START,
    end: addMinutes(CROWD_START, 120),
    liveFrom: CROWD_START,
    tickMinutes: 15,
    pm,
    internalDomains: ['example.com'],
    workingHours: { from: '08:00', to: '17:30' },
    projects: keys.map((key) => ({
      key,
      name: `Project ${key}`,
      autonomyLevel: 'artefact' as const,
      stakeholders: [{ name: 'Ann Lee', email: 'ann.lee@example.com', role: 'Lead', class: 'team' as const }],
    })),
    issues: Array.from({ length: issues }, (_, n) => anIssue(n, keyOf(n), issues)),
    tasks: [],
    mail: Array.from({ length: mails }, (_, n) => aMail(n, pm, mails, keyOf(n))),
    board: undefined,
    sprints: [],
    statuses: [],
    faults: [],
    decisions: [],
    expected: undefined,
  }
}

function letters(n: number): string {
  const [high, low] = [Math.floor(n / 26), n % 26]
  return (high > 0 ? letters(high - 1) : '') + String.fromCharCode(65 + low)
}

/** Spread over the ten minutes before the crowd is found. */
const momentOf = (n: number, of: number) => addSeconds(CROWD_START, 120 + Math.floor((n / of) * 600))

const jiraTime = (at: Date) => at.toISOString().replace('Z', '+0000')
const status = (id: string, name: string, key: string) => ({ id, name, statusCategory: { id: 1, key, name } })

function anIssue(n: number, project: string, of: number): Scenario['issues'][number] {
  const created = jiraTime(subDays(CROWD_START, 40))
  const at = jiraTime(momentOf(n, of))
  const author = { accountId: 'demo:0001', displayName: 'Ann Lee' }
  const items = [
    {
      ...{ field: 'status', fieldtype: 'jira', fieldId: 'status' },
      ...{ from: '1', fromString: 'To Do', to: '3', toString: 'In Progress' },
    },
  ]
  return issueFile.parse({
    id: String(100_000 + n),
    key: `${project}-${n + 1}`,
    fields: {
      ...{ summary: `Part ${n + 1} of the move`, created, updated: at, description: null },
      status: status('3', 'In Progress', 'indeterminate'),
      issuetype: { id: '10001', name: 'Story' },
      project: { id: `2${n}`, key: project, name: `Project ${project}` },
      priority: { id: '3', name: 'Medium' },
      assignee: author,
      comment: { comments: [] },
    },
    changelog: { histories: [{ id: String(500_000 + n), author, created: at, items }] },
  })
}

function aMail(n: number, pm: Scenario['pm'], of: number, project: string): Scenario['mail'][number] {
  const at = momentOf(n, of).toISOString()
  const address = { emailAddress: { name: 'Ann Lee', address: 'ann.lee@example.com' } }
  return mailFile.parse({
    ...{
      id: `AAMkCrowd${n}`,
      internetMessageId: `<crowd-${n}@example.com>`,
      conversationId: `AAQkCrowd${n}`,
    },
    ...{
      parentFolderId: 'inbox',
      subject: `${project}: part ${n + 1} of the move`,
      from: address,
      sender: address,
    },
    toRecipients: [{ emailAddress: { name: pm.name, address: pm.email } }],
    ...{ ccRecipients: [], receivedDateTime: at, sentDateTime: at },
    body: { contentType: 'text', content: `Part ${n + 1} has moved to its new place; nothing is open.` },
  })
}
