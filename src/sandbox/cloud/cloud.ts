import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { rereadEnv } from '#src/adapters/env.ts'
import { connectTable, type Table } from '#src/adapters/dynamo/table.ts'
import type { AutonomyLevel } from '#src/domain/project.ts'
import { startAppSync, type RunningAppSync } from '#src/sandbox/appsync/start-appsync.ts'
import type { AsanaDouble } from '#src/sandbox/asana/asana-double.ts'
import type { GraphDouble } from '#src/sandbox/graph/graph-double.ts'
import type { ClaudeDouble } from '#src/sandbox/claude/claude-double.ts'
import { startJiraDouble, type JiraDouble } from '#src/sandbox/jira/jira-double.ts'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import type { SesDouble } from '#src/sandbox/ses/ses-double.ts'
import { startAwsEndpoint, type Control } from './aws-endpoint.ts'
import { createTable } from './create-table.ts'
import { startDatabase, type RunningDatabase } from './dynoxide.ts'
import { localEnvironment, type Ports } from '#src/adapters/local-environment.ts'
import type { Invoke } from './functions.ts'
import { forgottenFolder } from './forgotten-folder.ts'
import { modelVariable, startModel, type ModelChoice } from './model.ts'
import { sandboxClock, type SandboxClock } from './sandbox-clock.ts'
import { sandboxSecrets, secretValues, type KeptSecrets } from './secrets.ts'
import { seed } from './seed.ts'
import { startAsana } from './start-asana.ts'
import { startMail } from './start-mail.ts'
import { startStateMachines, type StateMachines } from './state-machines.ts'
import { startStreamFeed, type StreamFeed } from './stream-feed.ts'

export type Cloud = {
  clock: SandboxClock
  table: Table
  jira: JiraDouble
  asana: AsanaDouble
  graph: GraphDouble
  ses: SesDouble
  claude: ClaudeDouble
  appsync: RunningAppSync
  machines: StateMachines
  stream: StreamFeed
  invoke: Invoke
  secrets: KeptSecrets
  stop(): Promise<void>
}

export type CloudOptions = {
  scenario: Scenario
  /** Where database, journals and clock are kept. */
  folder: string
  ports: Ports
  /** Business time to begin at. */
  startAt: Date
  /** In this process, or in workers that can be killed; given the functions' environment. */
  functions: (env: Record<string, string>) => {
    invoke: Invoke
    close(): Promise<void>
    kill?: Control['kill']
  }
  /** The database runs already. */
  database?: RunningDatabase
  password?: string | undefined
  dial?: AutonomyLevel | undefined
  /** Left out: the double. */
  model?: ModelChoice | undefined
  control?: Partial<Control>
  /** The zone of the Jira account's profile; left out: the scenario's. */
  accountTimeZone?: string | undefined
  log: (line: string) => void
  /** Headless: no waiting between retries. */
  retryAtOnce?: boolean
  /** The database is kept in memory, and gone at the end. */
  forgetful?: boolean
}

/** The cloud and the vendors on this machine, all on 127.0.0.1. What it starts, `stop` ends. */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const running = endings()
  try {
    return await start(options, running)
  } catch (error) {
    await running.end()
    throw error
  }
}

async function start(options: CloudOptions, running: Endings): Promise<Cloud> {
  const { scenario, folder, ports, log } = options
  mkdirSync(folder, { recursive: true })
  const clock = sandboxClock(join(folder, 'clock.json'), options.startAt)
  const secrets = sandboxSecrets(folder, options.password)
  const choice = options.model ?? 'double'
  const env = { ...localEnvironment(ports, clock.path), MODEL: modelVariable(choice) }
  Object.assign(process.env, env)
  rereadEnv()
  const forgotten = options.forgetful ? forgottenFolder() : undefined
  if (forgotten) running.add(forgotten.forget)
  const home = forgotten?.path ?? (options.forgetful ? undefined : folder)
  const kept = home === undefined ? {} : { path: join(home, 'table.db') }
  const database = options.database ?? (await startDatabase({ port: ports.database, ...kept }))
  running.add(database.stop)
  const table = await readyTable(options, env)
  const jira = await startJiraDouble({
    port: ports.jira,
    scenario,
    now: clock.now,
    token: { email: scenario.pm.email, apiToken: secrets.jiraToken },
    journalFile: join(folder, 'jira.jsonl'),
    ...(options.accountTimeZone && { accountTimeZone: options.accountTimeZone }),
  })
  running.add(jira.close)
  const { asana, values: asanaValues } = await startAsana(options, clock.now, secrets)
  running.add(asana.close)
  const { graph, ses, values: mailValues } = await startMail(options, clock.now, secrets, running.add)
  const model = await startModel({ choice, port: ports.claude, scenario, now: clock.now })
  running.add(model.claude.close)
  const functions = options.functions(env)
  running.add(functions.close)
  const { invoke } = functions
  const machines = startStateMachines({
    definition: readFileSync('src/agent/workflow.asl.json', 'utf8'),
    invoke,
    journal: join(folder, 'executions.jsonl'),
    retryAtOnce: options.retryAtOnce ?? false,
    log,
  })
  const more = { ...asanaValues, ...mailValues, ...model.values }
  const values = await secretValues(secrets, scenario.pm.email, jira.url, more)
  const control = controlOf(options, clock, functions.kill)
  const aws = await startAwsEndpoint({ port: ports.aws, invoke, machines, secrets: values, control, log })
  running.add(aws.close)
  const appsync = await startPush(env, ports, invoke)
  running.add(appsync.close)
  const { AWS_ENDPOINT_URL_DYNAMODB: endpoint, APP_TABLE } = env
  const stream = await startStreamFeed({ endpoint, table: APP_TABLE, invoke, from: 'LATEST', log })
  running.add(machines.idle)
  running.add(stream.stop)
  const vendors = { jira, asana, graph, ses, claude: model.claude }
  return { clock, table, ...vendors, appsync, machines, stream, invoke, secrets, stop: running.end }
}

async function readyTable(
  { scenario, dial }: CloudOptions,
  env: ReturnType<typeof localEnvironment>,
): Promise<Table> {
  await createTable(env.AWS_ENDPOINT_URL_DYNAMODB, env.APP_TABLE)
  const table = connectTable()
  await seed(table, scenario, dial)
  return table
}

function controlOf(options: CloudOptions, clock: SandboxClock, kill: Control['kill'] | undefined): Control {
  return {
    pace: () => ({ rate: clock.rate() }),
    tick: () => Promise.resolve(undefined),
    undo: clock.undo,
    state: () => ({ now: clock.now(), rate: clock.rate() }),
    kill: kill ?? (() => undefined),
    ...options.control,
  }
}

/** Signatures are made with the machine's own time, so they are checked against it, headless or not. */
function startPush(
  env: ReturnType<typeof localEnvironment>,
  ports: Ports,
  invoke: Invoke,
): Promise<RunningAppSync> {
  return startAppSync({
    port: ports.appsync,
    table: { name: env.APP_TABLE, endpoint: env.AWS_ENDPOINT_URL_DYNAMODB },
    authorise: async (authorizationToken) => {
      const { isAuthorized, ...rest } = authoriserAnswer.parse(
        await invoke('authoriser', { authorizationToken }),
      )
      return isAuthorized ? { isAuthorized, ...rest } : { isAuthorized: false }
    },
    iam: { accessKeyId: env.AWS_ACCESS_KEY_ID, secretAccessKey: env.AWS_SECRET_ACCESS_KEY },
    realNow: () => new Date(),
  })
}

const authoriserAnswer = z.object({
  isAuthorized: z.boolean(),
  resolverContext: z.record(z.string(), z.string()).default({}),
  ttlOverride: z.number().default(0),
  deniedFields: z.array(z.string()).default([]),
})

type Endings = { add(end: () => Promise<void>): void; end(): Promise<void> }

/** Ends what was started, the last first, so that nothing is called that has gone. */
function endings(): Endings {
  const all: (() => Promise<void>)[] = []
  return {
    add: (end) => all.push(end),
    end: async () => {
      for (let end = all.pop(); end; end = all.pop()) await end()
    },
  }
}
