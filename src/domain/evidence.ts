import { z } from 'zod'
import { instant } from './instant.ts'

/**
 * What a claim rests on. A `quote` stands literally in its signal's text; a `computed` fact is worked out by
 * code from the signal's structured fields, and says so on screen.
 */
export const evidence = z.object({
  kind: z.enum(['quote', 'computed']),
  signalId: z.string(),
  ref: z.string(),
  text: z.string().min(1),
  by: z.string(),
  at: instant,
  url: z.string().nullable(),
  /** The words around a quote, for the evidence pane. */
  surroundings: z.string(),
})
export type Evidence = z.infer<typeof evidence>

/** The distinct sources that claims come from: a signal's id begins with its source. */
export function sourcesOf(claims: Evidence[]): string[] {
  return [...new Set(claims.map(({ signalId }) => signalId.split('/')[0] ?? ''))]
}

/** A claim whose quote is not in its source. Law 6. */
export class QuoteNotInSource extends Error {
  override name = 'QuoteNotInSource'
}

/** Lets only evidence through whose quotes stand literally in their source. `textOf` gives a signal's exact text. */
export function checkEvidence(
  claims: Evidence[],
  textOf: (signalId: string) => string | undefined,
): Evidence[] {
  for (const claim of claims) {
    const source = textOf(claim.signalId)
    if (source === undefined) throw new QuoteNotInSource(`No signal ${claim.signalId} is recorded.`)
    if (claim.kind === 'quote' && !source.includes(claim.text))
      throw new QuoteNotInSource(`"${claim.text}" does not stand in signal ${claim.signalId}.`)
  }
  return claims
}
