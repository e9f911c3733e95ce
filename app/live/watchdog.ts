import type { Link } from '#app/live/link.ts'
import type { LiveRow, Noun } from '#src/adapters/push/operations.ts'

/** What a connection tells its keeper; after `lost` it says nothing more. */
export type ConnectionEvents = {
  live: () => void
  lost: () => void
  push: <N extends Noun>(noun: N, row: LiveRow<N>) => void
}

/** Opens one connection and returns how to close it. Throws {@link SignedOut} when the session is over. */
export type OpenConnection = (on: ConnectionEvents) => Promise<() => void>

/** The server knows no session for us: trying again is no use. */
export class SignedOut extends Error {
  override name = 'SignedOut'
}

export type Keeper = {
  /** The browser lost its network: no attempt until it is back. */
  offline(): void
  /** The network is back or the tab woke: an attempt that waits is made now. */
  tryNow(): void
  stop(): void
}

/** Amplify retries a handshake by itself for 6.2 s and then falls silent. */
const ATTEMPT_MS = 8_000
const FIRST_DELAY_MS = 250
const LONGEST_DELAY_MS = 15_000
/** After this long without a connection the page says "offline". */
const PATIENCE_MS = 20_000

/**
 * Keeps one live connection. Amplify's own reconnection waits 5 s, then a minute, and can switch itself off; so
 * whatever goes wrong, the whole connection is closed and opened anew, with our own backoff and a fresh token.
 */
export function keepLive(deps: LiveDeps): Keeper {
  let current: Attempt | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let lastLive: number | undefined
  const link = linkOf(deps.onLink)

  function begin(): void {
    clearTimeout(timer)
    const attempt: Attempt = { close: () => {} }
    current = attempt
    timer = setTimeout(() => fail(attempt), ATTEMPT_MS)
    const isCurrent = () => attempt === current
    const lost = () => fail(attempt)
    deps.open(newsOf(isCurrent, { live: succeed, lost, push: deps.onPush })).then(
      (close) => (isCurrent() ? (attempt.close = close) : close()),
      (error: unknown) => fail(attempt, error instanceof SignedOut),
    )
  }

  function succeed(): void {
    clearTimeout(timer)
    failures = 0
    lastLive = undefined
    link.report({ state: 'live' })
  }

  function fail(attempt: Attempt, signedOut = false): void {
    if (attempt !== current) return
    end()
    if (signedOut) {
      link.report({ state: 'signed-out' })
      return
    }
    lastLive ??= Date.now()
    const patient = Date.now() - lastLive < PATIENCE_MS
    link.report({ state: patient ? 'reconnecting' : 'offline', since: lastLive })
    timer = setTimeout(begin, delayMs(failures++))
  }

  function end(): void {
    clearTimeout(timer)
    current?.close()
    current = undefined
  }

  begin()
  return {
    offline() {
      if (link.state() === 'signed-out') return
      end()
      lastLive ??= Date.now()
      link.report({ state: 'offline', since: lastLive })
    },
    tryNow() {
      if (!current && link.state() !== 'signed-out') begin()
    },
    stop: end,
  }
}

type LiveDeps = {
  open: OpenConnection
  onLink: (link: Link) => void
  onPush: ConnectionEvents['push']
}

type Attempt = { close: () => void }

/** How the page hangs on the connection; a change of state is reported once. */
function linkOf(onLink: (link: Link) => void) {
  let link: Link = { state: 'connecting' }
  return {
    state: () => link.state,
    report(next: Link): void {
      if (next.state === link.state) return
      link = next
      onLink(next)
    },
  }
}

/** What a connection that was given up says is not news; `lost` finds that out by itself. */
function newsOf(isCurrent: () => boolean, to: ConnectionEvents): ConnectionEvents {
  return {
    live: () => {
      if (isCurrent()) to.live()
    },
    lost: to.lost,
    push: (noun, row) => {
      if (isCurrent()) to.push(noun, row)
    },
  }
}

/** Doubles up to 15 s; half of it is chance, so that many pages do not return at the same moment. */
function delayMs(failures: number): number {
  const longest = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** failures)
  return (longest * (1 + Math.random())) / 2
}
