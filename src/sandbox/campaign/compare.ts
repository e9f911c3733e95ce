import type { Act } from '#src/domain/act.ts'
import { sourceName, type SourceName } from '#src/domain/cycle.ts'
import type { Signal } from '#src/domain/signal.ts'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import { isEarly, isOutside } from './acts-against-rules.ts'
import type { CampaignRow } from './campaign-row.ts'
import { dueSpells } from './due-spells.ts'
import { faultsOf, TARGETS, type IntakeCase } from './intake-cases.ts'
import { ahead, isBeyond, lateWrong } from './late.ts'
import type { Told } from './told.ts'

/** What intake adds to the contract's fields. */
export type Row = CampaignRow & {
  /** Requests before the time that Retry-After named. */
  requestsEarly: number
  /** Signals that a checkpoint spoke of as read before they were recorded. */
  checkpointAhead: number
  /** Said to be found late though every check looks back that far, or found late and not said to be. */
  lateWrong: number
  /** Blind spells with a wrong start or end, missing ones and invented ones. */
  blindWrong: number
}

/** A faulty play against a calm one of the same stretch, and that against what happened in it. */
export function compare(asked: IntakeCase, scenario: Scenario, calm: Told, faulty: Told): Row {
  const done = faulty.acts.filter((each) => each.status === 'done')
  const comments = receiptsOf(done, 'jira_comment')
  const mails = [...receiptsOf(done, 'email_stakeholder'), ...receiptsOf(done, 'email_external')]
  const strikes = Object.values(faulty.strikes).flat()
  const due = dueSpells(faulty.strikes, scenario.start, scenario.end).map(inWords)
  return {
    fault: `intake: ${asked.name}`,
    runs: 1,
    signalsLost: lost(calm.signals, faulty.signals) + unseen(asked, scenario, calm.signals),
    signalsDoubled: doubled(faulty),
    actsDoubled: more(faulty.comments.length, comments.length) + more(faulty.mails.length, mails.length),
    actsLost: more(comments.length, faulty.comments.length) + more(mails.length, faulty.mails.length),
    actsOutsideBoundary: done.filter(isOutside).length,
    actsEarly: done.filter((each) => isEarly(each, faulty.history)).length,
    requestsEarly: strikes.filter(({ early }) => early).length,
    checkpointAhead: ahead(asked, calm.signals, faulty),
    lateWrong: lateWrong(asked, faulty),
    blindWrong: differing(due, faulty.blind.map(inWords)),
    notMet: notMet(asked, faulty),
    struck:
      strikes.filter(({ fault }) => fault !== 'lag' || asked.faults.length === 0).length + faulty.deaths,
  }
}

/** What we wrote ourselves comes and goes with the acts; all else has the same id in every play. */
function lost(calm: Signal[], faulty: Signal[]): number {
  const found = new Set(faulty.map(({ id }) => id))
  return calm.filter(({ ours, id }) => !ours && !found.has(id)).length
}

/** What both plays missed: in a made-up stretch each thing that happens is one signal. */
function unseen({ world }: IntakeCase, { issues, tasks, mail, start }: Scenario, calm: Signal[]): number {
  if ('folder' in world) return 0
  const moments = [
    ...issues.flatMap(({ changelog }) => (changelog?.histories ?? []).map(({ created }) => created)),
    ...issues.flatMap(({ fields }) => (fields.comment?.comments ?? []).map(({ created }) => created)),
    ...tasks.flatMap(({ stories }) => stories.map(({ created_at }) => created_at)),
    ...mail.map(({ receivedDateTime }) => receivedDateTime),
  ].filter((at) => Date.parse(at) > start.getTime())
  return more(moments.length, calm.filter(({ bootstrap, ours }) => !bootstrap && !ours).length)
}

/** Told to the table as new more than once, or twice what a person would take for one thing. */
function doubled({ signals, history }: Told): number {
  const recorded = history.flatMap((entry) => (entry.is === 'recorded' ? entry.id : []))
  return recorded.length - new Set(recorded).size + signals.length - new Set(signals.map(looksOf)).size
}

const looksOf = ({ source, ref, kind, occurredAt, text, actor }: Signal) =>
  JSON.stringify([source, ref, kind, occurredAt, text, actor])

function receiptsOf(done: Extract<Act, { status: 'done' }>[], kind: Act['kind']): string[] {
  return done.flatMap((each) => (each.kind === kind ? [each.receipt.id] : []))
}

const more = (a: number, b: number) => Math.max(a - b, 0)

const inWords = ({ source, since, until }: { source: SourceName; since: string; until: string | null }) =>
  `${source} ${since} ${until ?? 'still'}`

function differing(due: string[], said: string[]): number {
  return [...due.filter((each) => !said.includes(each)), ...said.filter((each) => !due.includes(each))].length
}

/** Each fault of the case must have struck the vendor it was meant for, each worker died, each zone counted. */
function notMet(asked: IntakeCase, faulty: Told): string[] {
  const { kills, accountTimeZone } = asked
  const met = sourceName.options.flatMap((source) =>
    (faulty.strikes[source] ?? []).map(({ fault }) => `${source} ${fault}`),
  )
  const wanted = faultsOf(asked).map(({ target, fault }) => `${TARGETS[target]} ${fault}`)
  return [
    ...wanted.filter((each) => !met.includes(each)),
    ...(isBeyond(asked) && faulty.late.length === 0 ? ['a change found late'] : []),
    ...(kills && faulty.deaths === 0 ? ['a death'] : []),
    ...(accountTimeZone && faulty.readInItsZone === 0 ? ['a request in its own zone'] : []),
  ]
}
