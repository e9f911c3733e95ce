import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { z } from 'zod'
import { endServer, listen } from '#src/sandbox/vendor/listen.ts'
import { isFunctionName, killPoint, type FunctionName, type Invoke } from './functions.ts'
import type { StateMachines } from './state-machines.ts'

/** What the sandbox's own buttons ask: the demo strip's pace, "tick now", how long an undo stays open, and what is going on. */
export type Control = {
  pace(action: 'faster' | 'stop' | 'go', until?: Date): unknown
  tick(): Promise<unknown>
  undo(seconds: number): unknown
  state(): unknown
  kill(name: FunctionName, point: string): void
}

export type AwsEndpoint = { url: string; close(): Promise<void> }

const startExecution = z.object({ name: z.string(), input: z.string() })
const describeExecution = z.object({ executionArn: z.string() })
const getSecret = z.object({ SecretId: z.string() })
const paceOrder = z.object({
  action: z.enum(['faster', 'stop', 'go']),
  until: z.iso.datetime().pipe(z.coerce.date()).optional(),
})
const undoOrder = z.object({ seconds: z.number().min(0).max(600) })
const killOrder = z.object({ name: z.string(), point: killPoint })

type Answer = { status: number; body: unknown; headers?: Record<string, string> }

/**
 * Lambda, Step Functions and Secrets Manager behind their real wire protocols on one port of 127.0.0.1, so that
 * product code only reads other endpoint URLs.
 */
export async function startAwsEndpoint(options: {
  port: number
  invoke: Invoke
  machines: StateMachines
  secrets: Record<string, unknown>
  control: Control
  log: (line: string) => void
}): Promise<AwsEndpoint> {
  const server = createServer((request, response) => {
    void answer(options, request)
      .catch((error: unknown) => failure(error))
      .then((reply) => send(response, reply))
  })
  const port = await listen(server, 'The AWS double', options.port)
  return { url: `http://127.0.0.1:${port}`, close: () => endServer(server) }
}

type Options = Parameters<typeof startAwsEndpoint>[0]

async function answer(options: Options, request: IncomingMessage): Promise<Answer> {
  const body = await read(request)
  const path = request.url ?? '/'
  if (path.startsWith('/_sandbox/')) return await control(options, path, body)
  const lambda = /^\/2015-03-31\/functions\/([^/]+)\/invocations/.exec(path)
  if (lambda) return await invokeFunction(options, request, decodeURIComponent(lambda[1] ?? ''), body)
  const target = String(request.headers['x-amz-target'] ?? '')
  switch (target) {
    case 'AWSStepFunctions.StartExecution':
      return start(options.machines, startExecution.parse(JSON.parse(body)))
    case 'AWSStepFunctions.DescribeExecution':
      return describe(options.machines, describeExecution.parse(JSON.parse(body)))
    case 'secretsmanager.GetSecretValue':
      return secret(options.secrets, getSecret.parse(JSON.parse(body)).SecretId)
    default:
      return awsError(400, 'UnknownOperationException', `The sandbox has no ${target || path}.`)
  }
}

async function invokeFunction(
  options: Options,
  request: IncomingMessage,
  arn: string,
  body: string,
): Promise<Answer> {
  const name = arn.split(':').at(-1) ?? arn
  if (!isFunctionName(name))
    return awsError(404, 'ResourceNotFoundException', `There is no function ${name}.`)
  const result = options.invoke(name, JSON.parse(body || '{}'))
  if (request.headers['x-amz-invocation-type'] !== 'Event') return { status: 200, body: await result }
  result.catch((error: unknown) => options.log(`[${name}] ${String(error)}`))
  return { status: 202, body: '' }
}

function start(machines: StateMachines, { name, input }: z.infer<typeof startExecution>): Answer {
  if (!machines.start(name, JSON.parse(input)))
    return awsError(400, 'ExecutionAlreadyExists', `Execution ${name} already exists.`)
  return { status: 200, body: { executionArn: executionArn(name), startDate: Date.now() / 1000 } }
}

function describe(machines: StateMachines, asked: z.infer<typeof describeExecution>): Answer {
  const name = asked.executionArn.split(':').at(-1) ?? ''
  const found = machines.describe(name)
  if (!found) return awsError(400, 'ExecutionDoesNotExist', `There is no execution ${name}.`)
  return { status: 200, body: { executionArn: executionArn(name), name, status: found.status } }
}

function secret(secrets: Record<string, unknown>, id: string): Answer {
  const found = secrets[id]
  if (found === undefined) return awsError(400, 'ResourceNotFoundException', `There is no secret ${id}.`)
  return { status: 200, body: { Name: id, SecretString: JSON.stringify(found) } }
}

async function control({ control: of }: Options, path: string, body: string): Promise<Answer> {
  switch (path) {
    case '/_sandbox/pace': {
      const { action, until } = paceOrder.parse(JSON.parse(body))
      return { status: 200, body: of.pace(action, until) }
    }
    case '/_sandbox/tick':
      return { status: 200, body: await of.tick() }
    case '/_sandbox/undo':
      return { status: 200, body: of.undo(undoOrder.parse(JSON.parse(body)).seconds) }
    case '/_sandbox/state':
      return { status: 200, body: of.state() }
    case '/_sandbox/kill': {
      const { name, point } = killOrder.parse(JSON.parse(body))
      if (!isFunctionName(name))
        return awsError(404, 'ResourceNotFoundException', `There is no function ${name}.`)
      of.kill(name, point)
      return { status: 200, body: { armed: name, point } }
    }
    default:
      return awsError(404, 'NotFound', `The sandbox has no ${path}.`)
  }
}

const executionArn = (name: string) => `arn:aws:states:us-east-1:000000000000:execution:cycle:${name}`

const awsError = (status: number, type: string, message: string): Answer => ({
  status,
  body: { __type: type, message },
  headers: { 'x-amzn-errortype': type },
})

function failure(error: unknown): Answer {
  if (error instanceof z.ZodError || error instanceof SyntaxError)
    return awsError(400, 'ValidationException', error.message)
  const name = error instanceof Error ? error.name : 'Error'
  const body = error instanceof Error ? error.message : String(error)
  return {
    status: 200,
    body: { errorType: name, errorMessage: body },
    headers: { 'x-amz-function-error': 'Unhandled' },
  }
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1', ...headers })
  response.end(body === '' ? '' : JSON.stringify(body))
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(z.instanceof(Uint8Array).parse(chunk)))
  return Buffer.concat(chunks).toString('utf8')
}
