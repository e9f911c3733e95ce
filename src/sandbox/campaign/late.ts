import { addSeconds } from 'date-fns/addSeconds'
import { sourceName, type SourceName } from '#src/domain/cycle.ts'
import type { Signal } from '#src/domain/signal.ts'
import { TARGETS, type IntakeCase } from './intake-cases.ts'
import type { Told } from './told.ts'

/** So far back every check looks: what is shown later than that is found by a check that looks back further. */
const PROMISED_SECONDS = 300

const lagOf = ({ behind = {} }: IntakeCase): Map<SourceName, number> =>
  new Map(Object.entries(TARGETS).map(([target, source]) => [source, behindOf(behind, target)]))

function behindOf(behind: NonNullable<IntakeCase['behind']>, target: string): number {
  return Object.entries(behind).find(([name]) => name === target)?.[1] ?? 0
}

/** A vendor of the case shows things later than every check looks back. */
export function isBeyond(asked: IntakeCase): boolean {
  return [...lagOf(asked).values()].some((seconds) => seconds > PROMISED_SECONDS)
}

/**
 * Of what happened up to a checkpoint's time, only what has changed again since may be missing (its later change will bring it
 * along), what the next check looks back for, and what is said to have been found late. Anything else no read would ever see.
 */
export function ahead(asked: IntakeCase, calm: Signal[], { history, late }: Told): number {
  const lags = lagOf(asked)
  const missed = new Set<string>()
  const recorded = new Set<string>()
  const lastOf = new Map<string, string>()
  const ours = calm.filter((each) => !each.ours && !each.bootstrap)
  for (const { ref, occurredAt } of ours)
    lastOf.set(ref, occurredAt > (lastOf.get(ref) ?? '') ? occurredAt : (lastOf.get(ref) ?? ''))
  const isToldLate = ({ source, occurredAt }: Signal) =>
    late.some((gap) => gap.source === source && gap.since <= occurredAt && occurredAt <= gap.until)
  for (const entry of history) {
    if (entry.is === 'recorded') recorded.add(entry.id)
    if (entry.is !== 'checkpoint') continue
    const lookedBack = Math.min(lags.get(entry.source) ?? 0, PROMISED_SECONDS)
    const sure = addSeconds(new Date(entry.readUpTo), -lookedBack).toISOString()
    for (const each of ours) {
      const { id, ref, source, occurredAt } = each
      const isPast = source === entry.source && occurredAt <= sure
      if (isPast && (lastOf.get(ref) ?? '') <= sure && !recorded.has(id) && !isToldLate(each)) missed.add(id)
    }
  }
  return missed.size
}

/** In a made-up stretch nothing comes late of a vendor that is no later than every check looks back. */
export function lateWrong(asked: IntakeCase, { late }: Told): number {
  if ('folder' in asked.world) return 0
  const lags = lagOf(asked)
  const onTime = sourceName.options.filter((source) => (lags.get(source) ?? 0) <= PROMISED_SECONDS)
  return late.filter(({ source }) => onTime.includes(source)).length
}
