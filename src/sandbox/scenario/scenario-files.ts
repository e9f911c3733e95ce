import { z } from 'zod'

/** An ISO 8601 moment with an offset, read as a `Date`. */
const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text))
const timeZone = z.string().refine(isTimeZone, 'This is not an IANA time zone.')
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Expected a time such as 08:00.')
const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])

const stakeholder = z.looseObject({
  name: z.string(),
  email: z.email(),
  role: z.string(),
  class: z.enum(['team', 'stakeholder', 'sponsor', 'external']).optional(),
  country: z.string().optional(),
  workingDays: z.array(weekday).optional(),
})

const project = z.looseObject({
  key: z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'Expected a project key such as SP.'),
  name: z.string(),
  autonomyLevel: z.enum(['monitoring', 'artefact', 'tactical']),
  mailbox: z.email().optional(),
  /** The project's gid, where it is kept in Asana. */
  asana: z.string().regex(/^\d+$/, 'Expected a gid, digits only.').optional(),
  stakeholders: z.array(stakeholder).default([]),
})

/** scenario.json (architecture.md, "Scenario format"). Times become `Date`s; `liveFrom` defaults to `start`. */
export const scenarioFile = z
  .looseObject({
    name: z.string().min(1),
    timeZone,
    start: moment,
    end: moment,
    tickMinutes: z.number().int().positive().default(15),
    pm: z.looseObject({ name: z.string().min(1), email: z.email() }),
    internalDomains: z.array(z.string()).default([]),
    workingHours: z.object({ from: timeOfDay, to: timeOfDay }).default({ from: '08:00', to: '17:30' }),
    liveFrom: moment.optional(),
    projects: z.array(project).min(1),
  })
  .check((context) => {
    const { start, end, liveFrom, projects, workingHours } = context.value
    const complain = (path: string, message: string) => {
      context.issues.push({ code: 'custom', input: context.value, path: [path], message })
    }
    if (end <= start) complain('end', 'The end is not after the start.')
    if (liveFrom !== undefined && (liveFrom < start || liveFrom > end)) {
      complain('liveFrom', 'liveFrom is not between start and end.')
    }
    if (workingHours.to <= workingHours.from)
      complain('workingHours', 'workingHours.to must be later than from, on the same day.')
    for (const key of repeated(projects.map((it) => it.key)))
      complain('projects', `Project ${key} is listed twice.`)
  })

/** faults.json: one injected fault. `skewSeconds`, `lagSeconds`, `pageSize` and `reason` (of a 429) tune single faults. */
export const faultFile = z.looseObject({
  at: moment,
  target: z.enum(['jira', 'graph', 'asana', 'claude', 'dynamodb', 'appsync', 'ses']),
  fault: z.enum([
    '401',
    '429',
    '500',
    'timeout',
    '410',
    '529',
    'malformed',
    'refusal',
    'throttle',
    'drop',
    'cut',
    'pageSize',
    'expiredPageToken',
    'skew',
    'duplicate',
    'reorder',
    'lag',
    'lostReply',
  ]),
  times: z.number().int().positive().default(1),
  retryAfterSeconds: z.number().positive().optional(),
  match: z.string().optional(),
  skewSeconds: z.number().int().optional(),
  lagSeconds: z.number().int().positive().optional(),
  pageSize: z.number().int().positive().optional(),
  reason: z.string().optional(),
})

/** decisions.json: what the PM of a headless play chooses, and how many minutes after the escalation. */
export const decisionFile = z.looseObject({
  whenConcerns: z.string(),
  choose: z.string(),
  afterMinutes: z.number().nonnegative(),
})

const refs = z.array(z.string()).default([])
const expectedActs = z.array(z.looseObject({ kind: z.string(), ref: z.string() })).default([])

/** expected.json: how a play is scored. */
export const expectedFile = z.looseObject({
  signals: z
    .array(
      z.looseObject({
        match: z.looseObject({ source: z.string(), ref: z.string(), kind: z.string().optional() }),
        importance: z.enum(['critical', 'high', 'medium', 'low', 'noise']),
      }),
    )
    .default([]),
  escalations: z
    .looseObject({
      mustConcern: refs,
      mustNotConcern: refs,
      atMost: z.number().int().nonnegative().optional(),
    })
    .prefault({}),
  artefacts: z.record(z.string(), z.looseObject({ mustConcern: refs })).default({}),
  acts: z.looseObject({ must: expectedActs, mustNot: expectedActs }).prefault({}),
})

export type ScenarioFile = z.infer<typeof scenarioFile>
export type FaultFile = z.infer<typeof faultFile>
export type DecisionFile = z.infer<typeof decisionFile>
export type ExpectedFile = z.infer<typeof expectedFile>

/** The values that occur more than once, each named once. */
export function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>()
  const twice = values.filter((value) => seen.size === seen.add(value).size)
  return [...new Set(twice)]
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}
