/** Turns many wishes to read again into few reads. */
export type Coalescer = {
  request(): void
  /** The read that ran has ended. */
  settled(): void
  stop(): void
}

/** A read that never reports its end holds the next one up for no longer than this. */
const STUCK_MS = 5_000

/** At most one read per `gapMs`, never two at a time; whatever is asked meanwhile is one more read at the end. */
export function createCoalescer({ run, gapMs }: { run: () => void; gapMs: number }): Coalescer {
  let timer: ReturnType<typeof setTimeout> | undefined
  let startedAt = -Infinity
  let running = false
  let wanted = false

  function arm(): void {
    clearTimeout(timer)
    const elapsed = Date.now() - startedAt
    timer = setTimeout(fire, Math.max(0, (running ? STUCK_MS : gapMs) - elapsed))
  }

  function fire(): void {
    wanted = false
    running = true
    startedAt = Date.now()
    run()
  }

  return {
    request() {
      if (wanted) return
      wanted = true
      arm()
    },
    settled() {
      running = false
      if (wanted) arm()
    },
    stop() {
      clearTimeout(timer)
      wanted = false
    },
  }
}
