import { clip } from '#src/domain/clip.ts'
import { firstName } from '#src/domain/person.ts'
import * as part from './draft-parts.ts'
import type { Trouble } from './trouble-words.ts'
import type { Case } from './trouble-told-case.ts'

/** What is asked or said first, for each kind of trouble, and why that comes first. */
const FIRST: Record<Trouble, { text: string; why: string }> = {
  slips: {
    text: 'Which day can be held for certain, and what would it take to keep the planned one?',
    why: 'The plan needs a day that holds before anything else can be moved.',
  },
  stopped: {
    text: 'What exactly is missing, who has it, and by when is it needed?',
    why: 'Work goes on as soon as it is known who has to move.',
  },
  undecided: {
    text: 'This is heard. An answer with a name follows by tomorrow noon.',
    why: 'Nobody else will decide it, and whoever asks knows when to expect it.',
  },
  broken: {
    text: 'This is heard and is looked at now. What was seen, where, and since when?',
    why: 'Those who use it wait; what they saw is the quickest way to the cause.',
  },
  unsafe: {
    text: 'Please stop whatever makes it worse. What is affected, and since when?',
    why: 'What is at stake does not wait for the plan.',
  },
  threat: {
    text: 'This is heard. A plan with days follows by tomorrow noon.',
    why: 'A quick word keeps the door open while the plan is made.',
  },
  money: {
    text: 'What has changed against what was agreed, and who agreed to it?',
    why: 'Nothing can be approved before it is known what it pays for.',
  },
  leaving: {
    text: 'When this week can the hand-over be talked through?',
    why: 'What is not handed over in time goes too.',
  },
  scope: {
    text: 'Please leave it as it was agreed until this is decided. Who asked for it?',
    why: 'What is not begun costs nothing yet.',
  },
  clash: {
    text: 'Two things are said that do not fit together. Which of them holds, and what shows it?',
    why: 'One of the two is wrong, and the plan rests on it.',
  },
}

export const reasonFor = ({ voices: [first] }: Case): string => FIRST[first.trouble].why

/** Answer whoever told it, tell the team on the ticket, or take it up in person; where neither can be written to, leave it. */
export function optionsOf(given: Case): part.Unlettered[] {
  const written = [...answer(given), ...onTicket(given)]
  return written.length > 0 ? [...written, inPerson(given)] : [inPerson(given), leaveIt(given)]
}

function answer({ picture, voices }: Case): part.Unlettered[] {
  const [{ brief, from, trouble }] = voices
  // Whoever only wrote to us is not known by that: the PM may answer them, or confirm them in the register first.
  if (!brief.mail || !from?.confirmed) return []
  const answers = { ...brief, mail: brief.mail }
  return [
    {
      name: `Answer ${from.name} now`,
      button: `Answer ${firstName(from.name)}`,
      does: `1 mail to ${from.name} in the thread`,
      stillForYou: null,
      costs: 'A day until more is known',
      pros: ['Whoever told it knows that it was heard'],
      cons: ['A day until more is known'],
      acts: [
        part.mail([from], { subject: brief.title, paragraphs: [FIRST[trouble].text], answers }, picture),
      ],
    },
  ]
}

function onTicket({ work, voices: [{ brief, sentence, trouble }] }: Case): part.Unlettered[] {
  if (!work) return []
  const said = brief.mail ? `${brief.by} writes: “${clip(sentence, 200)}” ` : ''
  return [
    {
      name: `Ask on ${work.id}`,
      button: `Ask on ${work.id}`,
      does: `1 comment on ${work.id}`,
      stillForYou: null,
      costs: 'Mails the watchers of the ticket',
      pros: ['Everybody on the ticket sees the same question'],
      cons: ['Mails the watchers of the ticket'],
      acts: [part.comment(work, `${said}${FIRST[trouble].text}`)],
    },
  ]
}

function inPerson({ voices: [{ brief }] }: Case): part.Unlettered {
  return {
    name: 'Take it up yourself',
    button: 'I will take it up',
    does: 'Nothing is sent',
    stillForYou: `Speak with ${brief.by}`,
    costs: 'Half an hour of yours, today',
    pros: ['Settled in one talk'],
    cons: ['Needs you, today'],
    acts: [],
  }
}

function leaveIt({ voices: [{ brief }] }: Case): part.Unlettered {
  return {
    name: 'Leave it as it is',
    button: 'Leave it',
    does: 'Nothing is sent',
    stillForYou: null,
    costs: `${brief.by} hears nothing`,
    pros: ['Costs nothing today'],
    cons: [`${brief.by} hears nothing`],
    acts: [],
  }
}
