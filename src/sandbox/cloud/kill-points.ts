import { subscribe } from 'node:diagnostics_channel'
import { z } from 'zod'

/**
 * Arms a point for the invocation that begins; without one, disarms. `before:3`: the third request; `after:POST /send`: the
 * first to such a path; `after:POST /send+2`: the second request after that one.
 */
export function killAt(point: string | undefined): void {
  armed = point === undefined ? undefined : read(point)
}

type Side = 'before' | 'after'
type Point = { side: Side; at: string; later: number; seen: number; met: boolean }
const written = /^(before|after):(.+?)(?:\+(\d+))?$/
const sent = z.object({ request: z.object({ method: z.string(), path: z.string() }) })

let armed: Point | undefined

function read(point: string): Point | undefined {
  const [, side, at = '', later = '0'] = written.exec(point) ?? []
  if (side !== 'before' && side !== 'after') return undefined
  return { side, at, later: Number(later), seen: 0, met: false }
}

function passed(side: Side, message: unknown): void {
  if (armed?.side !== side) return
  armed.seen += 1
  if (armed.met) armed.later -= 1
  else armed.met = isThere(armed, message)
  if (armed.met && armed.later === 0) process.kill(process.pid, 'SIGKILL')
}

function isThere({ at, seen }: Point, message: unknown): boolean {
  if (/^\d+$/.test(at)) return Number(at) === seen
  const [method, path = ''] = at.split(' ')
  const { request } = sent.parse(message)
  return request.method === method && request.path.includes(path)
}

// Not `request.start`: by then its bytes may have left.
subscribe('http.client.request.created', (message) => passed('before', message))
subscribe('http.client.response.finish', (message) => passed('after', message))
subscribe('undici:request:create', (message) => passed('before', message))
subscribe('undici:request:trailers', (message) => passed('after', message))
