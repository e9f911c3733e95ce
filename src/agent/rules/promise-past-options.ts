import { clip } from '#src/domain/clip.ts'
import { firstName } from '#src/domain/person.ts'
import * as part from './draft-parts.ts'
import { openingOf } from './mail-meaning.ts'
import { pmEmail } from './picture.ts'
import type { Case } from './promise-past-case.ts'

/** Call, write, or have somebody close to the work answer. */
export function optionsOf(given: Case): part.Unlettered[] {
  return [callFirst(given), sendNow(given), ...askOther(given)]
}

function answer({ picture, mail, chaser, to, dueOn, work, by }: Case, opening: string) {
  const hours = picture.desk.workingHours
  const until = by ? ` in time for ${part.dayName(by, hours)}` : ' by tomorrow evening'
  const what = work
    ? `The plan for ${clip(work.title, 80).toLowerCase()}`
    : `What was promised for ${part.dayName(dueOn, hours)}`
  return part.mail(
    [to],
    { subject: mail.title, paragraphs: [opening, `${what} reaches you${until}.`], answers: chaser ?? mail },
    picture,
  )
}

function callFirst(given: Case): part.Unlettered {
  const { to, work, chaser } = given
  const facts = [
    `promised: “${clip(given.sentence, 80)}”`,
    ...(chaser ? [`asked again: “${clip(openingOf(chaser.text)[0] ?? '', 80)}”`] : []),
    ...(work ? [`${work.id} is in ${work.ticket.status}`] : []),
  ]
  return {
    name: `Phone ${firstName(to.name)}, then send the plan`,
    button: 'I have called, send the plan',
    does: `1 mail to ${to.name} in the thread, 1 decision log entry`,
    stillForYou: part.shorten(`The call. To hand: ${facts.join('; ')}`, 300),
    costs: 'Ten minutes of yours, today',
    pros: ['It is heard from you, not read', 'What is really needed comes out'],
    cons: ['Needs you, today'],
    acts: [answer(given, 'As just discussed:')],
  }
}

function sendNow(given: Case): part.Unlettered {
  const { to, dueOn, picture } = given
  const day = part.dayName(dueOn, picture.desk.workingHours)
  return {
    name: `Answer ${firstName(to.name)} now, in the thread`,
    button: 'Send the answer',
    does: `1 mail to ${to.name} in the thread, 1 decision log entry`,
    stillForYou: null,
    costs: 'A mail where a call was due',
    pros: ['Out within minutes'],
    cons: ['A mail where a call was due'],
    acts: [answer(given, `You were to have this by ${day}, and it was not sent.`)],
  }
}

function askOther({ picture, work, to }: Case): part.Unlettered[] {
  const pm = pmEmail(picture)
  const lead = picture.people.find(
    (person) =>
      person.class === 'team' && person.id !== pm && /lead/i.test(person.role) && !person.neverContact,
  )
  if (!lead || !work) return []
  return [
    {
      name: `Ask ${firstName(lead.name)} to answer ${firstName(to.name)}`,
      button: `Ask ${firstName(lead.name)}`,
      does: `1 comment on ${work.id}`,
      stillForYou: null,
      costs: 'The promise was yours',
      pros: ['Somebody close to the work answers'],
      cons: ['The promise was yours', 'One more day goes by'],
      acts: [
        part.comment(
          work,
          `${lead.name}, can you give ${to.name} what was promised for ${work.title}? Please answer in the mail thread, and say here when it is done.`,
        ),
      ],
    },
  ]
}
