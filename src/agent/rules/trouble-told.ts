import type { EscalationDraft } from '#src/domain/escalation.ts'
import type { Evidence } from '#src/domain/evidence.ts'
import { quoted, worked } from '#src/domain/matter.ts'
import type { Over } from '#src/domain/proposal.ts'
import { dayWords } from '#src/domain/day-words.ts'
import { isTurn, turnTitle } from './board-turns.ts'
import * as part from './draft-parts.ts'
import { bareSubject } from './mail-meaning.ts'
import * as plan from './picture.ts'
import type { Trouble } from './trouble-words.ts'
import { casesIn, type Case } from './trouble-told-case.ts'
import { optionsOf, reasonFor } from './trouble-told-options.ts'
import type { Voice } from './trouble-told-work.ts'

const RULE = 'trouble-told@1'
const DAYS_TO_DECIDE = 1

const TITLES: Record<Trouble, string> = {
  slips: 'a day will not hold',
  stopped: 'work stands still',
  undecided: 'an answer is wanted',
  broken: 'it fails those who use it',
  unsafe: 'people, data or the law at stake',
  threat: 'told what happens otherwise',
  money: 'costs other than agreed',
  leaving: 'somebody it needs is leaving',
  scope: 'other work than agreed',
  clash: 'two things said that do not fit',
}

/**
 * Somebody of the project says that something is wrong, and no other playbook has asked about it. What another decision
 * is about joins that one as a fact: a matter is put to the PM once.
 */
export function troubleTold(
  picture: plan.Picture,
  others: readonly EscalationDraft[],
): { drafts: EscalationDraft[]; others: EscalationDraft[]; over: Over[] } {
  const { cases, settled } = casesIn(picture)
  const grown = [...others]
  const drafts: EscalationDraft[] = []
  const over = settled.map(({ matterId, because }) => ({ matterId, rule: RULE, because }))
  for (const given of cases) {
    const at = grown.findIndex((each) => asksAlready(each, given))
    const other = grown[at]
    if (!other) drafts.push(draftOf(given))
    else {
      grown[at] = withVoices(other, given.voices)
      over.push({ matterId: given.matterId, rule: RULE, because: `Another decision asks: ${other.title}` })
    }
  }
  return { drafts, others: grown, over }
}

/** It is about the same ticket, has the same words in it, or names the ticket on whose board alone something turned. */
function asksAlready({ matterId, facts, related }: EscalationDraft, given: Case): boolean {
  const { work, voices } = given
  if (matterId === given.matterId) return true
  if (work !== undefined && related.includes(work.id) && voices.every(({ brief }) => isTurn(brief)))
    return true
  return voices.some(({ brief }) => facts.some(({ signalId }) => signalId === brief.signalId))
}

function withVoices(draft: EscalationDraft, voices: Voice[]): EscalationDraft {
  const cited = new Set(draft.facts.map(({ signalId }) => signalId))
  const added = voices.filter(({ brief }) => !cited.has(brief.signalId)).map(quoteOf)
  return { ...draft, facts: [...draft.facts, ...added] }
}

const quoteOf = ({ brief, sentence }: Voice): Evidence => quoted(brief, sentence)

function draftOf(given: Case): EscalationDraft {
  const { picture, matterId, work, voices } = given
  const [first] = voices
  const hours = picture.desk.workingHours
  const about = work?.title ?? bareSubject(first.brief.title)
  const what = turnTitle(first.brief) ?? TITLES[first.trouble]
  const did = isTurn(first.brief) ? 'changed it' : 'wrote'
  return part.drafted(picture, {
    matterId,
    title: `${part.shorten(about, 68 - what.length)}: ${what}`,
    whyNow: `${first.brief.by} ${did} ${dayWords(first.brief.at, hours.timeZone)}, and nothing has settled it since.`,
    facts: factsOf(given),
    options: optionsOf(given),
    recommendation: { optionId: 'A', reason: reasonFor(given) },
    wouldChange: isTurn(first.brief)
      ? 'It is changed back, done, or somebody writes that it is settled.'
      : `You answer ${first.brief.by}, or somebody writes that it is settled.`,
    decideBy: part.noonAfter(picture.now, DAYS_TO_DECIDE, hours),
    rule: RULE,
    episode: first.brief.signalId,
    since: first.brief.at,
    related: [...(work ? [work] : []), ...given.beside].map(({ id }) => id),
  })
}

function factsOf({ picture, work, beside, voices }: Case): Evidence[] {
  const hours = picture.desk.workingHours
  const standing = [...(work ? [work] : []), ...beside].flatMap((each) => {
    const anchor = plan.newestOnBoard([each])
    const { status, dueDate } = each.ticket
    const due = dueDate ? `, due ${part.dayName(dueDate, hours)}` : ''
    return anchor ? [worked(anchor, `${each.id} is in ${status}${due}`)] : []
  })
  return [...voices.map(quoteOf), ...standing]
}
