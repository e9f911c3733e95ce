import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import type { Answer } from './answer.ts'
import { answerTo } from './answering.ts'
import type { Plan } from './answering.ts'
import { controlAnswer } from './control.ts'
import { faultBox } from './faults.ts'
import type { Fault } from './faults.ts'
import { openJournal } from './journal.ts'
import type { WriteRecord } from './journal.ts'
import { openSite } from './site.ts'

export type JiraDoubleOptions = {
  /** 0: any free port. */
  port: number
  scenario: Scenario
  /** Scenario time. */
  now: () => Date
  /** What basic auth must carry. */
  token: { email: string; apiToken: string }
  /** Keeps our writes over a restart. */
  journalFile?: string
  host?: string
  /** The zone of the account's profile, in which JQL is read; default: the scenario's. */
  accountTimeZone?: string
  /** How long (real ms) the fault `timeout` leaves a request hanging; default 30 s. */
  hangMs?: number
}

export type JiraDouble = {
  url: string
  close: () => Promise<void>
  journal: () => readonly WriteRecord[]
  /** Replaces all faults, those of faults.json too. */
  setFaults: (faults: readonly Fault[]) => void
  /** Whether anything changed on the site after `from`, up to and including `to` (scenario time). */
  changedBetween: (from: Date, to: Date) => boolean
}

/**
 * Jira Cloud REST v3 on a local port, fed by a scenario: every answer is the site as it was at scenario time, with our own
 * writes laid over it. Rejects, naming the port, when it can't listen.
 */
export async function startJiraDouble(options: JiraDoubleOptions): Promise<JiraDouble> {
  const { scenario, now, token, port, host = '127.0.0.1', hangMs = 30_000 } = options
  const journal = openJournal(options.journalFile)
  const site = openSite(scenario, journal, options.accountTimeZone ?? scenario.timeZone)
  const faults = faultBox(scenario.faults.filter((fault) => fault.target === 'jira'))
  const server = createServer((request, response) => {
    void respond(request, response, {
      site,
      faults,
      now,
      token,
      hangMs,
      base: `http://${host}:${portOf(server)}`,
    })
  })
  await listen(server, port, host)
  return {
    url: `http://${host}:${portOf(server)}`,
    close: () => close(server),
    journal: journal.all,
    setFaults: faults.set,
    changedBetween: site.changedBetween,
  }
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  world: Parameters<typeof answerTo>[1],
) {
  try {
    const asked = { method: request.method ?? 'GET', url: request.url ?? '/', body: await bodyOf(request) }
    const control = controlAnswer(asked, world)
    if (control !== undefined) {
      send(response, control, 'whole')
      return
    }
    const plan = answerTo({ ...asked, authorization: request.headers.authorization }, world)
    await carryOut(response, plan, world.hangMs)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    send(
      response,
      { status: 500, body: { errorMessages: [`The Jira double failed: ${message}`], errors: {} } },
      'whole',
    )
  }
}

async function carryOut(response: ServerResponse, plan: Plan, hangMs: number): Promise<void> {
  switch (plan.way) {
    case 'whole':
    case 'cut':
    case 'garbled':
      send(response, plan.answer, plan.way)
      return
    case 'drop':
      response.destroy()
      return
    case 'hang':
      await hang(response, hangMs)
      response.destroy()
  }
}

function send(response: ServerResponse, answer: Answer, way: 'whole' | 'cut' | 'garbled'): void {
  const text = answer.body === undefined ? '' : JSON.stringify(answer.body)
  const body = Buffer.from(way === 'garbled' ? `<html>${text.slice(0, 20)}</html>` : text)
  response.writeHead(answer.status, {
    'Content-Type': 'application/json;charset=UTF-8',
    ...(answer.status !== 204 && { 'Content-Length': String(body.length) }),
    ...answer.headers,
  })
  if (way !== 'cut') {
    response.end(body)
    return
  }
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy())
}

/** Ends early when the client gives up or the double closes. */
function hang(response: ServerResponse, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    response.once('close', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = ''
  request.setEncoding('utf8')
  for await (const chunk of request) text += String(chunk)
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const taken = 'code' in error && error.code === 'EADDRINUSE'
      const why = taken
        ? 'is taken: stop what listens there or choose another'
        : `can't be used: ${error.message}`
      reject(
        new Error(`The Jira double can't start: port ${String(port)} on ${host} ${why}.`, { cause: error }),
      )
    })
    server.listen(port, host, resolve)
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeAllConnections()
  })
}

function portOf(server: Server): string {
  const address = server.address()
  return typeof address === 'object' && address !== null ? String(address.port) : ''
}
