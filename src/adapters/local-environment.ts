import { basename, resolve } from 'node:path'

/** Where everything listens on a laptop. */
export type Ports = {
  app: number
  database: number
  aws: number
  appsync: number
  jira: number
  graph: number
  ses: number
  claude: number
  asana: number
  internal: number
}

/** As Architect names the table of app.arc in its sandbox. */
export const TABLE = 'pm-workbench-staging-workbench'

/** The app's port and, on the ports after it, what it needs. */
export function portsFrom(app: number): Ports {
  const [database, aws, appsync, jira] = [app + 1, app + 2, app + 3, app + 4]
  return {
    app,
    database,
    aws,
    appsync,
    jira,
    internal: app + 5,
    graph: app + 6,
    ses: app + 7,
    claude: app + 8,
    asana: app + 9,
  }
}

/** What `npm run dev` plays unless it is told otherwise. */
export const DEFAULT_SCENARIO = 'scenarios/harbour'

/** Where a scenario's database, journals and clock are kept. */
export function sandboxFolder(scenario: string, folder: string | undefined): string {
  return resolve('.sandbox', folder ?? basename(resolve(scenario)))
}

/** What product code reads instead of any "if local": the same names as in AWS, other addresses. */
export function localEnvironment(ports: Ports, clockFile: string) {
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
    AWS_ENDPOINT_URL_SESV2: at(ports.ses),
    CLOCK_FILE: clockFile,
    CYCLE_STATE_MACHINE_ARN: 'arn:aws:states:us-east-1:000000000000:stateMachine:cycle',
    RELEASE_HOLDS_FUNCTION: 'release-holds',
    TICK_FUNCTION: 'tick',
    SELF_TEST_FUNCTION: 'self-test',
    REASON_FUNCTION: 'reason',
    EXECUTE_FUNCTION: 'execute',
    GRAPHQL_URL: `${at(ports.appsync)}/graphql`,
    GRAPHQL_REALTIME_URL: `ws://127.0.0.1:${ports.appsync}/graphql`,
    DEMO_CONTROL_URL: `${at(ports.aws)}/_sandbox`,
    MODEL: 'none',
  }
}
