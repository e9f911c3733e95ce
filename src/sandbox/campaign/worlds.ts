import { z } from 'zod'
import { readScenario, type Scenario } from '#src/sandbox/scenario/scenario.ts'
import { steadyScenario } from './steady.ts'

const moment = z.iso.datetime().transform((at) => new Date(at))

/** What a case is played in: a stretch of a story, or one in which something changes every few minutes. */
export const world = z.union([
  z.object({ folder: z.string(), start: moment, end: moment }),
  z.object({ start: moment, hours: z.number(), timeZone: z.string() }),
])
export type World = z.infer<typeof world>

/** Its scenario, without the faults and decisions that a story brings along. */
export function openWorld(of: World): Scenario {
  if (!('folder' in of)) return steadyScenario(of)
  const { folder, start, end } = of
  return { ...readScenario(folder), start, end, liveFrom: start, faults: [], decisions: [] }
}
