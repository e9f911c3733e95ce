import { addSeconds } from 'date-fns/addSeconds'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { env } from '#src/adapters/env.ts'
import { UNDO_SECONDS } from '#src/domain/escalation.ts'

/**
 * The file `CLOCK_FILE` names: business time = origin + (real - started) x rate.
 * `until`: where it stands still by itself, so that nobody, however late they look, reads a later time.
 * `undoSeconds`: a story told on a slow machine holds the undo open until it has looked, or lets go at once.
 * `headless` means that real time, too, is the player's (the ten-second undo and leases then follow it).
 */
export const clockFile = z.object({
  origin: z.iso.datetime(),
  started: z.iso.datetime(),
  rate: z.number().min(0),
  headless: z.boolean().default(false),
  undoSeconds: z.number().min(0).default(UNDO_SECONDS),
  until: z.iso.datetime().optional(),
})
export type ClockFile = z.infer<typeof clockFile>

/** Scenario seconds per real second, and whether a sandbox sets the pace at all. */
export type Pace = { businessNow: Date; rate: number; demo: boolean }

/** Business time: holds, cycles, due dates, retention. In AWS it is real time. */
export function businessNow(): Date {
  return pace().businessNow
}

/** Real time: undo, sessions, tokens, leases, rate limits. */
export function realNow(): Date {
  const file = readClockFile()
  return file?.headless ? new Date(file.origin) : new Date()
}

/** Until when a choice that is made now can be taken back, in real time. */
export function undoEnds(): Date {
  return addSeconds(realNow(), readClockFile()?.undoSeconds ?? UNDO_SECONDS)
}

/** What the browser needs to show business time without asking again. */
export function pace(): Pace {
  const file = readClockFile()
  if (!file) return { businessNow: new Date(), rate: 1, demo: false }
  return { businessNow: businessTime(file), rate: file.rate, demo: true }
}

/** What business time it is by a clock's file. */
export function businessTime({ origin, started, rate, headless, until }: ClockFile): Date {
  const elapsed = headless ? 0 : Date.now() - Date.parse(started)
  const at = Date.parse(origin) + elapsed * rate
  return new Date(until === undefined ? at : Math.min(at, Date.parse(until)))
}

/** Waits in real time; a headless clock only moves when its player moves it, so there is nothing to wait for. */
export async function sleepUntilReal(at: Date): Promise<void> {
  if (readClockFile()?.headless) return
  const ms = at.getTime() - Date.now()
  if (ms > 0) await new Promise((wake) => setTimeout(wake, ms))
}

function readClockFile(): ClockFile | undefined {
  const path = env().CLOCK_FILE
  return path ? clockFile.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined
}
