import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { jsonOrNothing } from '#src/adapters/sources/http.ts'
import type { Answer, Incoming, Plan } from './answer.ts'
import { endServer, listen } from './listen.ts'

/** A vendor's double on a port. */
export type Served = { url: string; close: () => Promise<void> }

export type ServeOptions = {
  /** For messages: "The Graph double". */
  name: string
  /** 0: any free port. */
  port: number
  host?: string
  /** How long (real ms) a `hang` leaves a request; default 30 s. */
  hangMs?: number | undefined
  /** A refusal of ours in the vendor's shape. */
  failed: (message: string) => unknown
}

/** Serves what `plan` decides on a local port. Rejects, naming the port, when it can't listen. */
export async function serve(
  options: ServeOptions,
  plan: (incoming: Incoming, base: string) => Plan,
): Promise<Served> {
  const { name, port, host = '127.0.0.1', hangMs = 30_000 } = options
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    try {
      const incoming = await incomingOf(request)
      await carryOut(response, plan(incoming, url), hangMs)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      send(response, { status: 500, body: options.failed(`${name} failed: ${message}`) }, 'whole')
    }
  }
  const server = createServer((request, response) => {
    void respond(request, response)
  })
  const url = `http://${host}:${await listen(server, name, port, host)}`
  return { url, close: () => endServer(server) }
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

async function incomingOf(request: IncomingMessage): Promise<Incoming> {
  let text = ''
  request.setEncoding('utf8')
  for await (const chunk of request) text += String(chunk)
  const { method = 'GET', url = '/', headers } = request
  return { method, url, headers, text, body: jsonOrNothing(text) }
}
