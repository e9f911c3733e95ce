/** A line of `npm run faults`: the contract's fields, and what makes it count. Each campaign adds figures of its own. */
export type CampaignRow = {
  fault: string
  runs: number
  signalsLost: number
  signalsDoubled: number
  actsDoubled: number
  actsLost: number
  actsOutsideBoundary: number
  actsEarly: number
  /** What the case is about and did not come about: then it proves nothing. */
  notMet: string[]
  /** How often it struck. */
  struck: number
}

/** What is wrong with a row: every figure but these counts something that must not be. */
const COUNTS: readonly string[] = ['runs', 'struck', 'firstWon', 'secondWon', 'slowest']

/** What is wrong with a row; a case in which nothing of what it is about came about proves nothing. */
export function wrongWith(row: CampaignRow): string[] {
  const figures = Object.entries(row).flatMap(([name, value]) =>
    typeof value === 'number' && value > 0 && !COUNTS.includes(name) ? [`${name} ${value}`] : [],
  )
  return [...figures, ...row.notMet.map((what) => `never met: ${what}`)]
}
