import type { ScreenRow } from '#app/rows.ts'

type Attended = Pick<ScreenRow<'escalation'>, 'attention' | 'beyondLimit'>
type Stands = 'quiet' | 'critical' | 'soon'

/** Why a decision was not announced, or was although the day's interruptions were used, in a word or two; null: as always. */
export function attentionNote(of: Attended): string | null {
  const stands = standsOf(of)
  return stands && NOTES[stands]
}

/** The same as a sentence. */
export function attentionReason(of: Attended): string | null {
  const stands = standsOf(of)
  return stands && REASONS[stands]
}

const NOTES: Record<Stands, string> = {
  quiet: 'not announced',
  critical: 'announced beyond the limit: critical',
  soon: 'announced beyond the limit: cannot wait',
}

const REASONS: Record<Stands, string> = {
  quiet: 'Not announced: the day’s interruptions were used, and it can wait for the next working day’s.',
  critical: 'Announced although the day’s interruptions were used: it is critical.',
  soon: 'Announced although the day’s interruptions were used: it cannot wait for the next working day’s.',
}

function standsOf({ attention, beyondLimit }: Attended): Stands | null {
  if (attention === 'quiet') return 'quiet'
  return beyondLimit === 'critical' || beyondLimit === 'soon' ? beyondLimit : null
}
