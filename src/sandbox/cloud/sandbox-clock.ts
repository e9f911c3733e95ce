import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { clockFile, type ClockFile } from '#src/adapters/clock.ts'
import { UNDO_SECONDS } from '#src/domain/escalation.ts'

export type SandboxClock = {
  path: string
  now(): Date
  realNow(): Date
  rate(): number
  /** Goes on from now at this pace: scenario seconds per real second, 0 to stop. */
  pace(rate: number): void
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
  const now = () => {
    const elapsed = file.headless ? 0 : Date.now() - Date.parse(file.started)
    return new Date(Date.parse(file.origin) + elapsed * file.rate)
  }
  const write = (next: Partial<ClockFile>) => {
    file = { ...file, ...next }
    // Put in place whole: whoever reads at that moment would otherwise find an empty file.
    writeFileSync(`${path}.next`, JSON.stringify(file))
    renameSync(`${path}.next`, path)
  }
  write({})
  return {
    path,
    now,
    realNow: () => (file.headless ? now() : new Date()),
    rate: () => file.rate,
    pace: (rate) =>
      write({ origin: now().toISOString(), started: new Date().toISOString(), rate, headless: false }),
    standAt: (at) =>
      write({ origin: at.toISOString(), started: new Date().toISOString(), rate: 0, headless: true }),
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
