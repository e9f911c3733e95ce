import type { Brief } from '#src/domain/matter.ts'

/** What a person wrote on a ticket, whether or not it names the PM; not what we wrote. */
export const isComment = ({ kind, ours }: Brief): boolean =>
  (kind === 'comment' || kind === 'mention') && !ours
