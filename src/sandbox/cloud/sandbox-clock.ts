import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { businessTime, clockFile, type ClockFile } from '#src/adapters/clock.ts'
import { UNDO_SECONDS } from '#src/domain/escalation.ts'

export type SandboxClock = {
  path: string
  now(): Date
  realNow(): Date
  rate(): number
  /** Goes on from now at this pace: scenario seconds per real second, 0 to stop. `until`: no further than that. */
  pace(rate: number, until?: Date): void
  /** Headless: stands at this moment until it is moved; real time stands there with it. */
  standAt(at: Date): void
  /** How long a choice can be taken back from now on. */
  undo(seconds: number): { seconds: number }
}

/** The hand on both clocks: rewrites the file that every part of the system reads its time from. */
export function sandboxClock(path: string, start: Date): SandboxClock {
  let file: ClockFile = {
    origin: start.toISOString(),
    started: new Date().toISOString(),
    rate: 0,
    headless: true,
    undoSeconds: UNDO_SECONDS,
  }
  const now = () => businessTime(file)
  const write = (next: Partial<ClockFile>) => {
    file = { ...file, ...next }
    // Put in place whole: whoever reads at that moment would otherwise find an empty file.
    writeFileSync(`${path}.next`, JSON.stringify(file))
    renameSync(`${path}.next`, path)
  }
  const from = (at: Date) => ({ origin: at.toISOString(), started: new Date().toISOString() })
  write({})
  return {
    path,
    now,
    realNow: () => (file.headless ? now() : new Date()),
    rate: () => file.rate,
    pace: (rate, until) => write({ ...from(now()), rate, headless: false, until: until?.toISOString() }),
    standAt: (at) => write({ ...from(at), rate: 0, headless: true, until: undefined }),
    undo: (seconds) => {
      write({ undoSeconds: seconds })
      return { seconds }
    },
  }
}

/** Where a clock that was left behind stood, if there is one. */
export function lastStand(path: string): Date | undefined {
  if (!existsSync(path)) return undefined
  const found = clockFile.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  return found.success ? new Date(found.data.origin) : undefined
}
