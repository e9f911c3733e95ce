import { z } from 'zod'

/** A longer mark is an advertisement. */
const LONGEST_MARK = 120
/** Addresses of any kind: a mark says who prepared something, and leads nobody anywhere. */
const LINK = /https?:|www\.|\S@\S|\b[a-z0-9-]{2,}\.[a-z]{2,}\b/i
const CONTROL = /[\p{Cc}\p{Cf}]/u

/** One line that says who prepared what is sent. */
export const mark = z
  .string()
  .trim()
  .min(1, 'Say who prepared it, or switch the mark off.')
  .max(LONGEST_MARK, `At most ${LONGEST_MARK} characters.`)
  .refine((line) => !LINK.test(line), 'A mark has no link and no address.')
  .refine((line) => !CONTROL.test(line), 'A mark is one line of plain text.')

/** How many decisions a day may interrupt. */
export const interruptionsADay = z.number().int().min(1).max(50)

/** Why five: see docs/decisions/0029. */
export const USUAL_INTERRUPTIONS = 5

/** What the PM prefers, `CONFIG | PREFERENCES`. A mark that is null is switched off; left out: as it is by default. */
export const preferences = z.object({
  version: z.number().int(),
  marks: z.object({ mail: mark.nullable(), comment: mark.nullable() }).nullable().default(null),
  interruptionsADay: interruptionsADay.default(USUAL_INTERRUPTIONS),
})
export type Preferences = z.infer<typeof preferences>

/** Nothing was changed yet. */
export const AS_IT_COMES: Preferences = {
  version: 0,
  marks: null,
  interruptionsADay: USUAL_INTERRUPTIONS,
}

export type Marks = { mail: string | null; comment: string | null }

/** The marks as they are before anybody words them anew. Source: screens.md, messages outside the browser. */
export function usualMarks(pmName: string): { mail: string; comment: string } {
  return {
    mail: `Prepared by ${pmName}'s project workbench.`,
    comment: `Workbench of ${pmName}. Replies reach ${pmName}.`,
  }
}

/** The marks under what is sent now. */
export function marksNow({ marks }: Preferences, pmName: string): Marks {
  return marks ?? usualMarks(pmName)
}

/**
 * A text with the mark under it, once: one that ends with it already, or with the usual one of an older draft, has it
 * replaced. Null: without one.
 */
export function withMark(text: string, line: string | null, usual: string): string {
  let bare = text.trimEnd()
  for (const old of [line, usual]) if (old !== null) bare = without(bare, old)
  return line === null ? bare : `${bare}\n\n${line}`
}

function without(text: string, line: string): string {
  const lines = text.split('\n')
  return plain(lines.at(-1) ?? '') === plain(line) && lines.length > 1
    ? lines.slice(0, -1).join('\n').trimEnd()
    : text
}

const plain = (line: string) => line.trim().replace(/\s+/g, ' ').toLowerCase()
