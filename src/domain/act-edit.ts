import { diffWordsWithSpace } from 'diff'
import { z } from 'zod'
import { instant } from './instant.ts'

/** More than this share of words changed is another text, not a correction of this one. */
const HEAVY_SHARE = 0.3

/** How the PM changed a text before it went: the share of its words, and what it said before. */
export const actEdit = z.object({
  /** 0 to 1. */
  share: z.number().min(0).max(1),
  by: z.string(),
  at: instant,
  before: z.object({ subject: z.string().nullable(), text: z.string() }),
})
export type ActEdit = z.infer<typeof actEdit>

/** Whether so much was changed that it counts against the draft. */
export function isHeavy({ share }: Pick<ActEdit, 'share'>): boolean {
  return share > HEAVY_SHARE
}

/** Which share of the words of both texts stands in one of them only. */
export function shareChanged(before: string, after: string): number {
  const parts = diffWordsWithSpace(before, after).map((part) => ({ ...part, words: wordsIn(part.value) }))
  const sum = (wanted: (part: (typeof parts)[number]) => boolean) =>
    parts.filter(wanted).reduce((total, { words }) => total + words, 0)
  const [kept, gone, come] = [
    sum((part) => !part.added && !part.removed),
    sum((part) => part.removed),
    sum((part) => part.added),
  ]
  const changed = Math.max(gone, come)
  return changed === 0 ? 0 : changed / (kept + changed)
}

const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean).length
