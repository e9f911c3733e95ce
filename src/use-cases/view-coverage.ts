import { subDays } from 'date-fns/subDays'
import type { PastSpell, Resync, Running, SourceName } from '#src/domain/cycle.ts'

/** So far back are blind spells shown. */
const DAYS = 30

export type CoverageDeps = {
  now(): Date
  cycles: { running(): Promise<Running | undefined> }
  intake(
    source: SourceName,
    account: string,
  ): {
    blindSpells(): Promise<Omit<PastSpell, 'source'>[]>
    resyncs(): Promise<Omit<Resync, 'source'>[]>
  }
}

/** What the picture was missing, and what filled it, the latest first. */
export type Coverage = { spells: PastSpell[]; resyncs: Resync[] }

/** When each source could not be read, and the gaps that were filled after one had forgotten where reading stood. */
export async function viewCoverage(deps: CoverageDeps): Promise<Coverage> {
  const running = await deps.cycles.running()
  const oldest = subDays(deps.now(), DAYS).toISOString()
  const read = (running?.readings ?? []).flatMap(({ source, account }) =>
    account ? [{ source, account }] : [],
  )
  const found = await Promise.all(
    read.map(async ({ source, account }) => {
      const { blindSpells, resyncs } = deps.intake(source, account)
      const [spells, gaps] = await Promise.all([blindSpells(), resyncs()])
      return {
        spells: spells.map((each) => ({ source, ...each })),
        gaps: gaps.map((each) => ({ source, ...each })),
      }
    }),
  )
  return {
    spells: found
      .flatMap(({ spells }) => spells)
      .filter(({ until }) => until === null || until >= oldest)
      .sort((a, b) => b.since.localeCompare(a.since)),
    resyncs: found
      .flatMap(({ gaps }) => gaps)
      .filter(({ until }) => until >= oldest)
      .sort((a, b) => b.until.localeCompare(a.until)),
  }
}
