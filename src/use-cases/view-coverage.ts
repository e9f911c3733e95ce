import { subDays } from 'date-fns'
import type { PastSpell, Running, SourceName } from '#src/domain/cycle.ts'

/** So far back are blind spells shown. */
const DAYS = 30

export type CoverageDeps = {
  now(): Date
  cycles: { running(): Promise<Running | undefined> }
  blindSpells(source: SourceName, account: string): Promise<Omit<PastSpell, 'source'>[]>
}

/** When each source could not be read, the latest first: what the picture was missing, and for how long. */
export async function viewCoverage(deps: CoverageDeps): Promise<PastSpell[]> {
  const running = await deps.cycles.running()
  const oldest = subDays(deps.now(), DAYS).toISOString()
  const read = [...(running?.readings ?? [])]
  const spells = await Promise.all(
    read.flatMap(({ source, account }) =>
      account
        ? [deps.blindSpells(source, account).then((all) => all.map((each) => ({ source, ...each })))]
        : [],
    ),
  )
  return spells
    .flat()
    .filter(({ until }) => until === null || until >= oldest)
    .sort((a, b) => b.since.localeCompare(a.since))
}
