import { firstName } from '#src/domain/person.ts'
import type { Case } from './awaited-case.ts'
import * as part from './draft-parts.ts'

/** Write to whoever waits or is waited for, or have somebody close to the work say what it means. */
export function optionsOf(given: Case): part.Unlettered[] {
  return [write(given), given.work ? askOnTicket(given, given.work) : phone(given)]
}

function write({ kind, picture, mail, from, dueOn, voice }: Case): part.Unlettered {
  const name = firstName(from.name)
  const day = part.dayName(dueOn, picture.desk.workingHours)
  const paragraphs =
    kind === 'owed'
      ? [
          `“${part.shorten(mail.title, 80)}” was to be here by ${day} and has not been seen. When can it be here? Work waits for it.`,
        ]
      : [`You were to have this by ${day}, and it was not sent. It reaches you by tomorrow evening.`]
  const answers = kind === 'asked' && voice ? voice : mail
  return {
    name: kind === 'owed' ? `Ask ${name} for a day that holds` : `Answer ${name} now, in the thread`,
    button: kind === 'owed' ? `Ask ${name}` : 'Send the answer',
    does: `1 mail to ${from.name} in the thread`,
    stillForYou: kind === 'owed' ? null : 'What was asked for, by tomorrow evening',
    costs: kind === 'owed' ? 'A day until the answer' : 'Binds you to tomorrow',
    pros: ['Out within minutes'],
    cons: [kind === 'owed' ? 'A day until the answer' : 'Binds you to tomorrow'],
    acts: [part.mail([from], { subject: mail.title, paragraphs, answers }, picture)],
  }
}

function askOnTicket({ kind, picture, from, dueOn }: Case, work: NonNullable<Case['work']>): part.Unlettered {
  const day = part.dayName(dueOn, picture.desk.workingHours)
  const text =
    kind === 'owed'
      ? `What ${from.name} was to send by ${day} is not here. How far does ${work.id} get without it, and from which day does it slip?`
      : `${from.name} asked for something by ${day} that belongs to ${work.id}. Who can give it, and when?`
  return {
    name: `Ask on ${work.id} what it means for the plan`,
    button: `Ask on ${work.id}`,
    does: `1 comment on ${work.id}`,
    stillForYou: null,
    costs: 'The day itself is not nearer',
    pros: ['Whoever is close to the work says what waits'],
    cons: ['The day itself is not nearer'],
    acts: [part.comment(work, text)],
  }
}

function phone({ from }: Case): part.Unlettered {
  return {
    name: `Phone ${firstName(from.name)}`,
    button: 'I will call',
    does: 'Nothing is sent',
    stillForYou: `The call to ${from.name}`,
    costs: 'Ten minutes of yours, today',
    pros: ['What is really in the way comes out'],
    cons: ['Needs you, today'],
    acts: [],
  }
}
