import { subscribe } from 'node:diagnostics_channel'
import { z } from 'zod'

/** Arms a point for the invocation that begins; without one, disarms. */
export function killAt(point: string | undefined): void {
  const [side, at = ''] = point?.split(/:(.*)/) ?? []
  armed = side === 'before' || side === 'after' ? { side, at } : undefined
  seen = { before: 0, after: 0 }
}

type Side = 'before' | 'after'
const sent = z.object({ request: z.object({ method: z.string(), path: z.string() }) })

let armed: { side: Side; at: string } | undefined
let seen = { before: 0, after: 0 }

function passed(side: Side, message: unknown): void {
  seen[side] += 1
  if (armed?.side !== side) return
  const [method, path = ''] = armed.at.split(' ')
  const { request } = sent.parse(message)
  const hit = /^\d+$/.test(armed.at)
    ? Number(armed.at) === seen[side]
    : request.method === method && request.path.includes(path)
  if (hit) process.kill(process.pid, 'SIGKILL')
}

subscribe('http.client.request.start', (message) => passed('before', message))
subscribe('http.client.response.finish', (message) => passed('after', message))
subscribe('undici:request:create', (message) => passed('before', message))
subscribe('undici:request:trailers', (message) => passed('after', message))
