import { clip } from '#src/domain/clip.ts'
import type { Evidence } from '#src/domain/evidence.ts'
import { trackerOf } from '#src/domain/matter.ts'
import { firstName, type Person } from '#src/domain/person.ts'
import { raidItemId, type RaidChange } from '#src/domain/raid-log.ts'
import type { Case } from './blocked-without-owner-case.ts'
import { dayWords } from '#src/domain/day-words.ts'
import * as part from './draft-parts.ts'
import { newest, personOf, zoneOf } from './picture.ts'
import { raidAct, raidSet } from './raid-parts.ts'
import { isDoneWord } from './workflow-words.ts'

/** Ask whoever was named, ask openly, move it back, or live with it. */
export function optionsOf(given: Case, facts: Evidence[]): part.Unlettered[] {
  const [first, second] = given.candidates
  const asked = first ? [askPerson(given, first, facts, true)] : [askOpenly(given, facts)]
  const other = second ? [askPerson(given, second, facts, false)] : first ? assign(given, first, facts) : []
  return [...asked, ...other, ...(first ? [] : moveBack(given, facts)), accept(given, facts)]
}

function askPerson(given: Case, person: Person, facts: Evidence[], first: boolean): part.Unlettered {
  const { about, picture, ultimatum } = given
  const name = firstName(person.name)
  const outside = first && ultimatum ? personOf(picture, ultimatum.mail.email) : undefined
  const waits =
    outside && ultimatum
      ? ` ${outside.name} is waiting for a contact: “${clip(ultimatum.sentence, 200)}”`
      : ''
  const text = `${person.name}, ${about.id} is blocked and nobody is assigned to it. Can you take it, or say who should?${waits}`
  const acts = [
    part.comment(about, text),
    ...(outside && ultimatum
      ? [
          part.mail(
            [outside],
            {
              subject: ultimatum.mail.title,
              paragraphs: [
                `${person.name} has been asked to be your contact for this and will confirm. Please keep the slot until then.`,
              ],
              answers: ultimatum.mail,
            },
            picture,
          ),
        ]
      : []),
    mitigate(about.id, `${person.name} asked to take it`, facts),
  ]
  return {
    name: `Ask ${name} to take ${about.id}${outside ? ` and tell ${firstName(outside.name)}` : ''}`,
    button: `Ask ${name}`,
    does: `1 comment on ${about.id}${outside ? `, 1 external mail to ${outside.name}` : ''}, 1 RAID log entry`,
    stillForYou: null,
    costs: first ? `${name}’s other work waits` : `${name} may not be the right one`,
    pros: [first && given.named ? `${name} was named for it` : `${name} knows the ticket`],
    cons: ['It rests on their saying yes'],
    acts,
  }
}

/** The only one who could take it gets it, where the tracker can be told. */
function assign({ about }: Case, person: Person, facts: Evidence[]): part.Unlettered[] {
  if (person.accountId === undefined || trackerOf(about) !== 'jira') return []
  const name = firstName(person.name)
  const { status, flagged } = about.ticket
  return [
    {
      name: `Assign ${about.id} to ${name}`,
      button: `Assign it to ${name}`,
      does: `1 change of ${about.id}, 1 RAID log entry`,
      stillForYou: `Say to ${name} why`,
      costs: `${name}’s other work waits`,
      pros: ['Somebody has it at once'],
      cons: [`${name} was not asked`],
      acts: [
        {
          payload: { kind: 'jira_assign', key: about.id, assignee: person.id },
          summary: `Assign ${about.id} to ${person.name}`,
          premise: { key: about.id, status, flagged: flagged ? true : null, unowned: true },
        },
        mitigate(about.id, `Assigned to ${person.name}`, facts),
      ],
    },
  ]
}

function askOpenly({ about, picture, decideBy }: Case, facts: Evidence[]): part.Unlettered {
  const zone = zoneOf(picture)
  const by = dayWords(decideBy.toISOString(), zone)
  const since = dayWords(facts[0]?.at ?? about.lastSignalAt, zone)
  const text = `${about.id} has been blocked since ${since} and nobody is assigned to it.\n\nPlease say here by ${by} who can take it.`
  return {
    name: `Ask on ${about.id} who takes it`,
    button: `Ask on ${about.id}`,
    does: `1 comment on ${about.id}, 1 RAID log entry`,
    stillForYou: null,
    costs: 'Rests on somebody answering; mails the watchers',
    pros: ['Everybody watching the ticket sees the question', 'Nothing about the plan changes yet'],
    cons: ['It rests on somebody answering'],
    acts: [
      part.comment(about, text),
      mitigate(about.id, `Asked on ${about.id} who takes it; answer wanted by ${by}`, facts),
    ],
  }
}

function moveBack({ about }: Case, facts: Evidence[]): part.Unlettered[] {
  const moved = newest(about, (each) => each.kind === 'status' && each.after === about.ticket.status)
  const back = moved?.before
  if (!back || isDoneWord(back) || trackerOf(about) !== 'jira') return []
  const premise = {
    key: about.id,
    status: about.ticket.status,
    flagged: about.ticket.flagged ? true : null,
    unowned: true,
  }
  return [
    {
      name: `Move ${about.id} back to ${back}`,
      button: `Move ${about.id} back`,
      does: `1 status change on ${about.id}, 1 RAID log entry`,
      stillForYou: 'Say in the next planning what it waits for',
      costs: 'What was begun waits',
      pros: ['The board says what is true: nobody is working on it'],
      cons: ['What was begun waits', 'The block itself is still there'],
      acts: [
        {
          payload: { kind: 'jira_status_change', key: about.id, toStatus: back },
          summary: `Move ${about.id} to ${back}`,
          premise,
        },
        mitigate(about.id, `Moved back to ${back} until somebody is free`, facts),
      ],
    },
  ]
}

function accept({ about, picture }: Case, facts: Evidence[]): part.Unlettered {
  const stopped = picture.matters.find((each) => about.ticket.blocks.includes(each.id))
  return {
    name: 'Accept the delay, keep it in the RAID log',
    button: 'Accept the delay',
    does: '1 RAID log entry',
    stillForYou: stopped ? `Agree with ${stopped.id} how to go on without it` : null,
    costs: 'Nobody is asked; it stays blocked',
    pros: ['Nobody is disturbed'],
    cons: ['It stays blocked until somebody notices'],
    acts: [raidAct([change(about.id, 'status', 'accepted', facts)], `${about.id} accepted`)],
  }
}

function mitigate(key: string, value: string, facts: Evidence[]) {
  return raidAct(
    [change(key, 'status', 'mitigating', facts), change(key, 'mitigation', value, facts)],
    `${key} being dealt with`,
  )
}

function change(key: string, field: 'status' | 'mitigation', value: string, facts: Evidence[]): RaidChange {
  return raidSet(raidItemId('issue', key), field, value, facts.slice(0, 1))
}
