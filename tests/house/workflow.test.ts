import { existsSync, readFileSync } from 'node:fs'
import validate from 'asl-validator'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { checkToClose, cycleStart, healthReport, pageOfCheck } from '#src/agent/messages.ts'

const text = readFileSync('src/agent/workflow.asl.json', 'utf8')

const handler = z.object({
  ErrorEquals: z.array(z.string()),
  ResultPath: z.string().optional(),
  Next: z.string(),
})
const state = z.object({
  Type: z.enum(['Task', 'Choice', 'Succeed']),
  Resource: z.string().optional(),
  Retry: z.array(z.looseObject({ ErrorEquals: z.array(z.string()), MaxAttempts: z.number() })).default([]),
  Catch: z.array(handler).default([]),
  Choices: z.array(z.looseObject({ Next: z.string() })).default([]),
  Default: z.string().optional(),
  Next: z.string().optional(),
  End: z.boolean().optional(),
})
const workflow = z
  .object({ StartAt: z.string(), States: z.record(z.string(), state) })
  .parse(JSON.parse(text))
const tasks = Object.entries(workflow.States).filter(([, { Type }]) => Type === 'Task')

/** The nine steps of product.md, in order. */
const STEPS = [
  'Heartbeat',
  'DetectChanges',
  'Normalise',
  'Sanitise',
  'Classify',
  'Reason',
  'Execute',
  'UpdateArtefacts',
  'Housekeeping',
]

const SCHEMAS = { cycleStart, healthReport, pageOfCheck, checkToClose }
type Name = keyof typeof SCHEMAS

/** What each step takes and gives; a test below holds the first column to the handlers. */
const MESSAGES: Record<string, { takes: Name; gives: unknown }> = {}
const slot = '2026-10-22T09:00:00.000Z'
const desk = {
  pmName: 'Morgan Reid',
  pmEmail: 'morgan.reid@example.com',
  internalDomains: ['example.com'],
  workingHours: { from: '08:00', to: '17:30', days: ['mon', 'tue'], timeZone: 'Europe/London' },
}
const health = {
  slot,
  startedAt: slot,
  desk,
  health: [{ source: 'jira', ok: false, reason: 'It did not answer.' }],
}
const reading = { source: 'jira', ok: true, readAt: slot, changed: 2, reason: null }
const page = {
  slot,
  startedAt: slot,
  desk,
  page: 1,
  pages: 2,
  quiet: false,
  more: true,
  signals: 2,
  readings: [reading],
}
for (const step of STEPS) MESSAGES[step] = { takes: 'pageOfCheck', gives: page }
MESSAGES['Heartbeat'] = { takes: 'cycleStart', gives: health }
MESSAGES['DetectChanges'] = { takes: 'healthReport', gives: page }
MESSAGES['Housekeeping'] = { takes: 'checkToClose', gives: { slot } }
const INPUTS: Record<Name, unknown> = {
  cycleStart: { slot },
  healthReport: health,
  pageOfCheck: page,
  checkToClose: page,
}

describe('the workflow', () => {
  test('is valid, and the states of product.md are its tasks', () => {
    const { isValid, errorsText } = validate(JSON.parse(asDeployed(text)))
    expect(errorsText('\n')).toBe('')
    expect(isValid).toBe(true)
    expect(tasks.map(([name]) => name)).toEqual(STEPS)
  })

  test('speaks JSONPath only, and nothing the laptop lacks', () => {
    for (const word of ['QueryLanguage', 'Assign', 'Arguments', 'Output', 'HeartbeatSeconds'])
      expect(keysIn(JSON.parse(text))).not.toContain(word)
    expect(text).not.toContain('{%')
    expect(text).not.toMatch(/\$\$\.(State|Task)\./)
  })

  test.each(tasks)('%s runs the Lambda of its own folder', (name, { Resource }) => {
    expect(Resource).toBe(`\${${name}}`)
    expect(existsSync(`src/agent/${folderOf(name)}/handler.ts`)).toBe(true)
  })

  test('every state can be reached, and leads to one that is there', () => {
    const reached = new Set([workflow.StartAt, ...Object.keys(workflow.States).flatMap(nextOf)])
    expect([...reached].sort()).toEqual(Object.keys(workflow.States).sort())
  })

  test.each(tasks.filter(([name]) => name !== 'Housekeeping'))(
    '%s is tried again, and when that is no use the check is closed as failed',
    (_, { Retry, Catch }) => {
      expect(Retry.length).toBeGreaterThan(0)
      expect(Catch.at(-1)).toEqual({
        ErrorEquals: ['States.ALL'],
        ResultPath: '$.failure',
        Next: 'Housekeeping',
      })
    },
  )
})

describe('what one step gives, the next one takes', () => {
  test.each(tasks)('%s', (name) => {
    const { takes, gives } = messageOf(name)
    const source = readFileSync(`src/agent/${folderOf(name)}/handler.ts`, 'utf8')
    // Some take what the stream wakes them with as well.
    expect(source).toMatch(new RegExp(`input: ${takes}(?:\\.or\\(\\w+\\))?,`))
    for (const next of tasksAfter(name)) {
      const wanted = SCHEMAS[messageOf(next).takes]
      expect(wanted.safeParse(overTheWire(gives)), `${name} -> ${next}`).toMatchObject({ success: true })
    }
  })

  test.each(tasks.filter(([name]) => name !== 'Housekeeping'))(
    '%s failed for good: housekeeping closes it',
    (name) => {
      const failure = { Error: 'JiraUnavailable', Cause: '{"errorType":"JiraUnavailable"}' }
      const input = z.record(z.string(), z.unknown()).parse(INPUTS[messageOf(name).takes])
      const closing = checkToClose.parse(overTheWire({ ...input, failure }))
      expect(closing).toMatchObject({ slot, failure })
    },
  )
})

function messageOf(step: string) {
  const found = MESSAGES[step]
  if (!found) throw new Error(`No message is written down for ${step}.`)
  return found
}

const folderOf = (name: string) => name.replaceAll(/(?<=.)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()

function nextOf(name: string): string[] {
  const { Next, Default, Choices, Catch } = workflow.States[name] ?? state.parse({})
  return [Next ?? [], Default ?? [], Choices.map((each) => each.Next), Catch.map((each) => each.Next)].flat()
}

/** The tasks that follow, looking through choices; a catch is not a next step. */
function tasksAfter(name: string): string[] {
  const { Next, Default, Choices } = workflow.States[name] ?? state.parse({})
  const next = [Next ?? [], Default ?? [], Choices.map((each) => each.Next)].flat()
  return next.flatMap((each) => {
    const { Type } = workflow.States[each] ?? state.parse({})
    return Type === 'Task' ? [each] : Type === 'Choice' ? tasksAfter(each) : []
  })
}

/** CloudFormation puts each function's ARN where its name stands. */
const asDeployed = (definition: string) =>
  definition.replaceAll(/\$\{(\w+)\}/g, 'arn:aws:lambda:us-east-1:123456789012:function:$1')

const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

function keysIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)])
}
