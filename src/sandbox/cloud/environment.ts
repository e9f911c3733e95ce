import { createServer } from 'node:net'

export type Ports = { app: number; database: number; aws: number; appsync: number; jira: number; internal: number }

/** The app's port and, on the ports after it, what it needs. */
export function portsFrom(app: number): Ports {
  return { app, database: app + 1, aws: app + 2, appsync: app + 3, jira: app + 4, internal: app + 5 }
}

/** Ports nobody uses at the moment, for headless runs side by side. */
export async function freePorts(): Promise<Ports> {
  const servers = await Promise.all(Array.from({ length: 6 }, openAny))
  const [app = 0, database = 0, aws = 0, appsync = 0, jira = 0, internal = 0] = servers.map(({ port }) => port)
  await Promise.all(servers.map(({ close }) => close()))
  return { app, database, aws, appsync, jira, internal }
}

/** What product code reads instead of any "if local": the same names as in AWS, other addresses. */
export function environment(ports: Ports, clockFile: string) {
  const at = (port: number) => `http://127.0.0.1:${port}`
  return {
    APP_TABLE: TABLE,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'sandbox',
    AWS_SECRET_ACCESS_KEY: 'sandbox-secret',
    AWS_ENDPOINT_URL_DYNAMODB: at(ports.database),
    AWS_ENDPOINT_URL_LAMBDA: at(ports.aws),
    AWS_ENDPOINT_URL_SFN: at(ports.aws),
    AWS_ENDPOINT_URL_SECRETS_MANAGER: at(ports.aws),
    CLOCK_FILE: clockFile,
    CYCLE_STATE_MACHINE_ARN: 'arn:aws:states:us-east-1:000000000000:stateMachine:cycle',
    RELEASE_HOLDS_FUNCTION: 'release-holds',
    GRAPHQL_URL: `${at(ports.appsync)}/graphql`,
    GRAPHQL_REALTIME_URL: `ws://127.0.0.1:${ports.appsync}/graphql`,
    DEMO_CONTROL_URL: `${at(ports.aws)}/_sandbox`,
    MODEL: 'none',
  }
}

/** As Architect names the table of app.arc in its sandbox. */
export const TABLE = 'pm-workbench-staging-workbench'

/** The same for a worker: every value a string. */
export function functionEnvironment(env: ReturnType<typeof environment>): Record<string, string> {
  return { ...env }
}

function openAny(): Promise<{ port: number; close(): Promise<void> }> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      done({ port, close: () => new Promise((closed) => server.close(() => closed())) })
    })
  })
}
