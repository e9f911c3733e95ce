import {
  addWorkingMinutes,
  localDate,
  workingDayMinutes,
  workingMinutesBetween,
} from '#src/domain/calendar.ts'
import { clip } from '#src/domain/clip.ts'
import type { EscalationDraft, Option } from '#src/domain/escalation.ts'
import type { Evidence } from '#src/domain/evidence.ts'
import { raidItemId } from '#src/domain/raid-log.ts'
import { computed, quote, type Signal } from '#src/domain/signal.ts'
import type { RaidChange } from '#src/domain/raid-log.ts'
import { dayWords } from './day-words.ts'
import { latest, type Reasoning } from './reasoning.ts'
import { isDoneWord } from './workflow-words.ts'

const RULE = 'blocked-without-owner@1'
/** One working day without an owner is normal while work changes hands. */
const DAYS_UNOWNED = 1
const DAYS_TO_DECIDE = 2
const TITLE_TAIL = ' stands still: blocked, nobody on it'

/** A ticket that is blocked while it is nobody's: nobody will unblock it unless the PM says who. */
export function blockedWithoutOwner(given: Reasoning): EscalationDraft | undefined {
  const { about, signals, fresh, now, desk } = given
  const since = about.unownedSince
  if (!about.context.flagged || about.context.statusCategory === 'done' || !since) return undefined
  if (!given.again && !fresh.some((signal) => signal.verdict?.complexity === 'complex')) return undefined
  const hours = desk.workingHours
  if (workingMinutesBetween(new Date(since), now, hours) < DAYS_UNOWNED * workingDayMinutes(hours))
    return undefined
  const flag = latest(signals, (signal) => signal.kind === 'flag' && signal.after !== null)
  if (!flag) return undefined
  const decideBy = addWorkingMinutes(now, DAYS_TO_DECIDE * workingDayMinutes(hours), hours)
  const facts = factsOf(given, flag, since)
  return {
    projectId: about.projectId,
    matterId: about.id,
    title: shorten(about.title, 70 - TITLE_TAIL.length) + TITLE_TAIL,
    whyNow: `${about.id} was flagged ${dayWords(flag.occurredAt, hours.timeZone)}; nobody has been on it since ${dayWords(since, hours.timeZone)}.`,
    importance: 'high',
    facts,
    options: optionsOf(given, facts, decideBy),
    recommendation: {
      optionId: 'A',
      reason: 'Nobody unblocks a ticket that is nobody’s; a question is the cheapest way to a name.',
    },
    noAnswer: `nothing is sent; it stays open, and the RAID log keeps ${about.id} as an open issue.`,
    wouldChange: `Somebody takes ${about.id}, the flag comes off, or the ticket is closed.`,
    decideBy: decideBy.toISOString(),
    rule: RULE,
  }
}

function factsOf({ about, signals, desk }: Reasoning, flag: Signal, since: string): Evidence[] {
  const zone = desk.workingHours.timeZone
  const words = latest(signals, isTalk)
  return [
    quote(flag, flag.text),
    computed(flag, `Nobody has been on ${about.id} since ${dayWords(since, zone)}`),
    computed(
      flag,
      `${about.id} stands in ${about.context.status}, priority ${about.context.priority ?? 'not set'}`,
    ),
    ...(words ? [quote(words, clip(words.text, 160))] : []),
  ]
}

function optionsOf(given: Reasoning, facts: Evidence[], decideBy: Date): Option[] {
  return [ask(given, facts, decideBy), ...moveBack(given, facts), logOnly(given, facts)].map(
    (option, index) => ({
      ...option,
      id: (['A', 'B', 'C', 'D'] as const)[index] ?? 'D',
    }),
  )
}

/** A comment may be nothing but a picture: there is nothing to quote then. */
function isTalk({ kind, ours, text }: Signal): boolean {
  return kind === 'comment' && !ours && text.trim() !== ''
}

type Unlettered = Omit<Option, 'id'>

function ask({ about, desk }: Reasoning, facts: Evidence[], decideBy: Date): Unlettered {
  const zone = desk.workingHours.timeZone
  const by = dayWords(decideBy.toISOString(), zone)
  const since = dayWords(facts[0]?.at ?? about.lastSignalAt, zone)
  const text = [
    `${about.id} has been blocked since ${since} and nobody is assigned to it.`,
    `Please say here by ${by} who can take it.`,
    `Workbench of ${desk.pmName}. Replies reach ${desk.pmName}.`,
  ].join('\n\n')
  return {
    name: `Ask on ${about.id} who takes it`,
    button: `Ask on ${about.id}`,
    does: `1 comment on ${about.id}, 1 RAID log entry`,
    stillForYou: null,
    costs: 'Rests on somebody answering; mails the watchers',
    pros: ['Everybody watching the ticket sees the question', 'Nothing about the plan changes yet'],
    cons: ['It rests on somebody answering'],
    acts: [
      {
        payload: { kind: 'jira_comment', key: about.id, text },
        summary: `Comment on ${about.id}`,
        premise: premiseOf(about),
      },
      mitigate(
        about.id,
        `Asked on ${about.id} who takes it; answer wanted by ${localDate(decideBy, zone)}`,
        facts,
      ),
    ],
  }
}

function moveBack({ about, signals }: Reasoning, facts: Evidence[]): Unlettered[] {
  const moved = latest(signals, (signal) => signal.kind === 'status' && signal.after === about.context.status)
  const back = moved?.before
  if (!back || isDoneWord(back)) return []
  return [
    {
      name: shorten(`Move ${about.id} back to ${back}`, 60),
      button: shorten(`Move ${about.id} back`, 40),
      does: `1 status change on ${about.id}, 1 RAID log entry`,
      stillForYou: 'Say in the next planning what it waits for',
      costs: 'What was begun waits',
      pros: ['The board says what is true: nobody is working on it'],
      cons: ['What was begun waits', 'The block itself is still there'],
      acts: [
        {
          payload: { kind: 'jira_status_change', key: about.id, toStatus: back },
          summary: `Move ${about.id} to ${back}`,
          premise: premiseOf(about),
        },
        mitigate(about.id, `Moved back to ${back} until somebody is free`, facts),
      ],
    },
  ]
}

function logOnly({ about }: Reasoning, facts: Evidence[]): Unlettered {
  const itemId = raidItemId('issue', about.id)
  return {
    name: 'Accept the delay, keep it in the RAID log',
    button: 'Accept the delay',
    does: '1 RAID log entry',
    stillForYou: null,
    costs: 'Nobody is asked; it stays blocked',
    pros: ['Nobody is disturbed'],
    cons: ['It stays blocked until somebody notices'],
    acts: [
      {
        payload: {
          kind: 'artefact_update',
          artefactType: 'raid_log',
          changes: [{ op: 'set', itemId, field: 'status', value: 'accepted', evidence: facts.slice(0, 1) }],
        },
        summary: `RAID log: ${about.id} accepted`,
        premise: null,
      },
    ],
  }
}

function mitigate(key: string, value: string, facts: Evidence[]): Option['acts'][number] {
  const itemId = raidItemId('issue', key)
  const evidence = facts.slice(0, 1)
  const changes: RaidChange[] = [
    { op: 'set', itemId, field: 'status', value: 'mitigating', evidence },
    { op: 'set', itemId, field: 'mitigation', value, evidence },
  ]
  return {
    payload: { kind: 'artefact_update', artefactType: 'raid_log', changes },
    summary: `RAID log: ${key} being dealt with`,
    premise: null,
  }
}

function premiseOf({ id, context }: Reasoning['about']) {
  return { key: id, status: context.status, flagged: context.flagged, unowned: true }
}

function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${clip(text, length - 1).trimEnd()}…`
}
