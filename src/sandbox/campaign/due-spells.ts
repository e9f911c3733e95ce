import { addMinutes } from 'date-fns/addMinutes'
import { sourceName, type SourceName } from '#src/domain/cycle.ts'
import type { Struck, Told } from './told.ts'

const TICK_MINUTES = 15

/** Faults that leave nothing to read. The others bend an answer, which a reader has to bear. */
const BLINDING: ReadonlySet<string> = new Set([
  ...['401', '429', '500', 'throttle', 'timeout', 'drop', 'cut', 'malformed', 'lostReply'],
])

/** When a source was blind, as far as its reader can know: from one check to another. */
type Spell = { source: SourceName; since: string; until: string }

/**
 * The blind spells that a play must tell of, worked out from what struck it: a source is blind at each check in which such a
 * fault met it, and at each that comes before the time for which it was told to come again. A spell ends with the next check.
 */
export function dueSpells(strikes: Told['strikes'], from: Date, until: Date): Spell[] {
  return sourceName.options.flatMap((source) => {
    const met = (strikes[source] ?? []).filter((each) => BLINDING.has(each.fault) && !isUnseen(source, each))
    const spells: Spell[] = []
    for (let slot = slotOf(from); slot <= until; slot = addMinutes(slot, TICK_MINUTES)) {
      if (!isBlindAt(slot, source, met)) continue
      const [since, next] = [slot.toISOString(), addMinutes(slot, TICK_MINUTES).toISOString()]
      const last = spells.at(-1)
      if (last?.until === since) last.until = next
      else spells.push({ source, since, until: next })
    }
    return spells
  })
}

function isBlindAt(slot: Date, source: SourceName, met: Struck[]): boolean {
  const here = met.filter(({ at }) => slotOf(at).getTime() === slot.getTime())
  // Outlook's reader signs in anew once before it believes a refusal.
  const refusals = here.filter(({ fault }) => fault === '401').length
  const isHealed = source === 'outlook' && refusals === 1 && here.length === 1
  const waits = met.some(({ at, until }) => at < slot && until !== null && until > slot)
  return waits || (here.length > 0 && !isHealed)
}

/** Asana gives its events once: when an answer is lost, the next one looks as if nothing had happened. */
function isUnseen(source: SourceName, { fault, asked }: Struck): boolean {
  return source === 'asana' && fault === 'drop' && asked.includes('/events')
}

function slotOf(at: Date): Date {
  const tick = TICK_MINUTES * 60_000
  return new Date(Math.floor(at.getTime() / tick) * tick)
}
