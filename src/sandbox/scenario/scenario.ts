import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { z } from 'zod'
import { BadScenario } from './bad-scenario.ts'
import type { Problem } from './bad-scenario.ts'
import { decisionFile, expectedFile, faultFile, repeated, scenarioFile } from './scenario-files.ts'
import type { DecisionFile, ExpectedFile, FaultFile, ScenarioFile } from './scenario-files.ts'
import { boardFile, issueFile, mailFile, sprintsFile, statusesFile, taskFile } from './vendor-files.ts'
import type { IssueFile, TaskFile } from './vendor-files.ts'

/** A project's life as vendor data (architecture.md, "Scenario format"). `folder` is absolute; times are `Date`s. */
export type Scenario = ScenarioFile & {
  folder: string
  /** Up to here a play runs at once, from here on live. */
  liveFrom: Date
  issues: IssueFile[]
  /** Of Asana. */
  tasks: TaskFile[]
  board: z.infer<typeof boardFile> | undefined
  sprints: z.infer<typeof sprintsFile>
  statuses: z.infer<typeof statusesFile>
  mail: z.infer<typeof mailFile>[]
  faults: FaultFile[]
  decisions: DecisionFile[]
  expected: ExpectedFile | undefined
}

/** Reads and checks a scenario folder. Throws `BadScenario` listing everything that is wrong with it. */
export function readScenario(folder: string): Scenario {
  const root = resolve(folder)
  if (!existsSync(root)) throw new BadScenario(root, [missingFolder])
  const problems: Problem[] = []
  const read = <T>(file: string, schema: z.ZodType<T>) => readJson(root, file, schema, problems)
  const readIfThere = <T>(file: string, schema: z.ZodType<T>, otherwise: T) =>
    existsSync(join(root, file)) ? (read(file, schema) ?? otherwise) : otherwise

  const head = read('scenario.json', scenarioFile)
  const issueFiles = filesIn(root, 'jira').filter((file) => !jiraExtras.has(basename(file)))
  const issues = issueFiles.flatMap((file) => read(file, issueFile) ?? [])
  const tasks = filesIn(root, 'asana').flatMap((file) => read(file, taskFile) ?? [])
  const rest = {
    board: readIfThere<Scenario['board']>('jira/board.json', boardFile, undefined),
    sprints: readIfThere('jira/sprints.json', sprintsFile, []),
    statuses: readIfThere('jira/statuses.json', statusesFile, []),
    mail: filesIn(root, 'mail').flatMap((file) => read(file, mailFile) ?? []),
    faults: readIfThere('faults.json', z.array(faultFile), []),
    decisions: readIfThere('decisions.json', z.array(decisionFile), []),
    expected: readIfThere<Scenario['expected']>('expected.json', expectedFile, undefined),
  }
  problems.push(...repeatedIssues(issues), ...repeatedTasks(tasks))
  if (head === undefined || problems.length > 0) throw new BadScenario(root, problems)
  return { ...head, liveFrom: head.liveFrom ?? head.start, folder: root, issues, tasks, ...rest }
}

const jiraExtras = new Set(['board.json', 'sprints.json', 'statuses.json'])

const missingFolder: Problem = {
  file: '.',
  path: '',
  what: 'There is no such folder.',
  todo: 'Name a folder that holds a scenario.json, such as scenarios/sample.',
}

function filesIn(root: string, folder: string): string[] {
  const path = join(root, folder)
  if (!existsSync(path)) return []
  const names = readdirSync(path).filter((name) => name.endsWith('.json'))
  return names.sort().map((name) => `${folder}/${name}`)
}

function readJson<T>(root: string, file: string, schema: z.ZodType<T>, problems: Problem[]): T | undefined {
  const path = join(root, file)
  if (!existsSync(path)) {
    problems.push({
      file,
      path: '',
      what: 'This file is missing.',
      todo: 'See scenarios/README.md for its fields.',
    })
    return undefined
  }
  const json = parseJson(readFileSync(path, 'utf8'))
  if (!json.ok) {
    problems.push({ file, path: '', what: `This is not JSON (${json.why}).`, todo: 'Correct the syntax.' })
    return undefined
  }
  const parsed = schema.safeParse(json.value)
  if (parsed.success) return parsed.data
  problems.push(...parsed.error.issues.map((issue) => problemOf(file, issue)))
  return undefined
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false; why: string } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) }
  }
}

function problemOf(file: string, issue: z.core.$ZodIssue): Problem {
  const path = issue.path.map(String).join('.')
  const what = /[.!?]$/.test(issue.message) ? issue.message : `${issue.message}.`
  return { file, path, what, todo: adviceFor(path) }
}

const advice = [
  { ends: /timeZone$/, todo: 'Use an IANA name such as Europe/London or Etc/UTC.' },
  { ends: /^end$/, todo: 'Set end to a moment after start.' },
  { ends: /^workingHours$/, todo: 'Use hours such as from 08:00 to 17:30.' },
  {
    ends: /(^|\.)(start|liveFrom|at|created|updated|receivedDateTime)$/,
    todo: 'Use a moment such as 2021-06-18T00:00:00Z.',
  },
  { ends: /email|mailbox$/, todo: 'Use a full address such as morgan.reid@example.com.' },
]

function adviceFor(path: string): string {
  return advice.find(({ ends }) => ends.test(path))?.todo ?? 'See scenarios/README.md for the format.'
}

function repeatedIssues(issues: readonly IssueFile[]): Problem[] {
  const complain = (what: string): Problem => ({
    file: 'jira',
    path: '',
    what,
    todo: 'Keep one file per issue.',
  })
  return [
    ...repeated(issues.map((issue) => issue.key)).map((key) => complain(`Two files hold issue ${key}.`)),
    ...repeated(issues.map((issue) => issue.id)).map((id) => complain(`Two files hold the issue id ${id}.`)),
  ]
}

function repeatedTasks(tasks: readonly TaskFile[]): Problem[] {
  return repeated(tasks.map(({ gid }) => gid)).map((gid) => ({
    ...{ file: 'asana', path: '', what: `Two files hold task ${gid}.`, todo: 'Keep one file per task.' },
  }))
}
