import type { MailBrief, TicketMatter } from '#src/domain/matter.ts'
import { mayWait, sentencesOf } from './mail-meaning.ts'
import type { Case } from './milestone-slip-case.ts'
import { sizeOf } from './milestone-pace.ts'
import * as plan from './picture.ts'
import { wordsOf } from './words.ts'

export type Parted = {
  word: string
  later: TicketMatter[]
  rest: TicketMatter[]
  said: { mail: MailBrief; sentence: string } | undefined
}

/**
 * A part of the open work that hangs together by a word of its titles and whose leaving would make the rest fit. One that
 * a stakeholder said may wait comes before all others.
 */
export function partOf({ open, picture, fast, size, unit }: Case): Parted | undefined {
  const words = new Map<string, TicketMatter[]>()
  for (const ticket of open)
    for (const word of wordsOf(ticket.title)) words.set(word, [...(words.get(word) ?? []), ticket])
  const said = waitSentences(picture)
  const candidates = [...words]
    .filter(([, list]) => list.length >= 2 && list.length < open.length)
    .map(([word, later]): Parted => ({
      word,
      later,
      rest: open.filter((each) => !later.includes(each)),
      said: said.find(({ sentence }) => wordsOf(sentence).includes(word)),
    }))
    .filter(({ later, said: spoken }) => spoken !== undefined || size - sizeOf(later, unit) <= fast)
  return candidates.sort(
    (a, b) => Number(b.said !== undefined) - Number(a.said !== undefined) || b.later.length - a.later.length,
  )[0]
}

/** What sponsor and stakeholders have said may wait. */
function waitSentences(picture: plan.Picture): { mail: MailBrief; sentence: string }[] {
  return plan
    .mails(picture)
    .filter(({ email }) => ['sponsor', 'stakeholder'].includes(plan.personOf(picture, email)?.class ?? ''))
    .flatMap((mail) =>
      sentencesOf(mail.text)
        .filter(mayWait)
        .map((sentence) => ({ mail, sentence })),
    )
}
