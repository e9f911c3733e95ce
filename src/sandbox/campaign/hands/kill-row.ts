import type { CampaignRow } from '../campaign-row.ts'
import type { Played } from './play-scene.ts'

/**
 * `actsLate`: stood still for more than a minute with nobody's lease on them; `slowest`: from a strike to the end, in
 * seconds of business time; `where`: which plays went wrong, to be played again.
 */
export type KillRow = CampaignRow & { actsLate: number; slowest: number; where: string[] }

const MOST_NAMED = 10

export function emptyRow(fault: string): KillRow {
  return {
    ...{ fault, runs: 0, struck: 0, signalsLost: 0, signalsDoubled: 0, actsDoubled: 0, actsLost: 0 },
    ...{ actsOutsideBoundary: 0, actsEarly: 0, actsLate: 0, slowest: 0, notMet: [], where: [] },
  }
}

/** One more play, counted in. */
export function counted(row: KillRow, name: string, played: Played): KillRow {
  const { doubled, lost, early, outside, late } = played
  const wrong = Object.entries({ doubled, lost, early, outside, late }).filter(([, count]) => count > 0)
  const says = `${name}: ${wrong.map(([what, count]) => `${what} ${count}`).join(', ')}`
  return {
    ...row,
    runs: row.runs + 1,
    struck: row.struck + played.struck,
    actsDoubled: row.actsDoubled + doubled,
    actsLost: row.actsLost + lost,
    actsEarly: row.actsEarly + early,
    actsOutsideBoundary: row.actsOutsideBoundary + outside,
    actsLate: row.actsLate + late,
    slowest: Math.max(row.slowest, played.recovery),
    where: wrong.length > 0 && row.where.length < MOST_NAMED ? [...row.where, says] : row.where,
  }
}
