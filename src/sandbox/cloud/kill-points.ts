import { subscribe } from 'node:diagnostics_channel'

/**
 * Where a worker can be made to die: just before, or just after, the n-th request it sends in one invocation. Every
 * outside effect of a function is a request, so these points are all the places where dying makes a difference, and the
 * product's code needs to know nothing of them. Written `before:3` or `after:3`.
 */
export function killAt(point: string | undefined): void {
  const [side, at] = point?.split(':') ?? []
  armed = side === 'before' || side === 'after' ? { side, at: Number(at) } : undefined
  seen = { before: 0, after: 0 }
}

let armed: { side: 'before' | 'after'; at: number } | undefined
let seen = { before: 0, after: 0 }

function passed(side: 'before' | 'after'): void {
  seen[side] += 1
  if (armed?.side === side && armed.at === seen[side]) process.kill(process.pid, 'SIGKILL')
}

subscribe('http.client.request.start', () => passed('before'))
subscribe('http.client.response.finish', () => passed('after'))
subscribe('undici:request:create', () => passed('before'))
subscribe('undici:request:trailers', () => passed('after'))
