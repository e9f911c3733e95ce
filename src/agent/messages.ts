import { z } from 'zod'
import { sourceHealth, sourceReading } from '#src/domain/cycle.ts'
import { instant } from '#src/domain/instant.ts'
import { workingHours } from '#src/domain/project.ts'

/** What the state machine is started with. */
export const cycleStart = z.object({ slot: instant })

/** Whose desk this is: what the steps that may not read the PM's settings need of them. */
export const desk = z.object({
  pmName: z.string(),
  pmEmail: z.string(),
  internalDomains: z.array(z.string()),
  workingHours,
})
export type Desk = z.infer<typeof desk>

/** From heartbeat to detect-changes. */
export const healthReport = z.object({
  slot: instant,
  startedAt: instant,
  desk,
  health: z.array(sourceHealth),
})
export type HealthReport = z.infer<typeof healthReport>

/** From the gate on: which page of which check. `quiet`: nothing new, nothing unfinished, nothing due. */
export const pageOfCheck = z.object({
  slot: instant,
  startedAt: instant,
  desk,
  page: z.number().int().positive(),
  pages: z.number().int().min(0),
  quiet: z.boolean(),
  more: z.boolean(),
  signals: z.number().int(),
  readings: z.array(sourceReading),
  /** What the heartbeat found, to be written with the check's end. */
  health: z.array(sourceHealth).optional(),
})
export type PageOfCheck = z.infer<typeof pageOfCheck>

/** What housekeeping closes a check with: its last page, or what was known when a step failed for good. */
export const checkToClose = z.object({
  slot: instant,
  startedAt: instant.optional(),
  desk: desk.optional(),
  signals: z.number().int().default(0),
  readings: z.array(sourceReading).default([]),
  health: z.array(sourceHealth).optional(),
  failure: z.object({ Error: z.string(), Cause: z.string().default('') }).optional(),
})
export type CheckToClose = z.infer<typeof checkToClose>
