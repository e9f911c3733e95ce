import { threadId } from '#src/domain/mail-thread.ts'
import type { Matter } from '#src/domain/matter.ts'
import type { Memory } from '#src/domain/memory.ts'
import type { Person } from '#src/domain/person.ts'
import type { Project } from '#src/domain/project.ts'
import type { MailSignal } from '#src/domain/signal.ts'
import { keysIn, ticketsOf } from '../rules/relation.ts'

/** A project as far as mail is placed in it. */
export type ProjectPicture = { project: Project; matters: Matter[]; people: Person[]; memories: Memory[] }

export type Place = { projectId: string; matterId: string }

/**
 * The project and the matter of a mail: by a ticket named in the subject, by its thread, by a person of the register, by
 * words it shares with tickets. Undefined: it belongs to no project.
 */
export function placeOf(mail: MailSignal, pictures: ProjectPicture[], pmEmail: string): Place | undefined {
  // A ticket of one project that is named counts more than a person whom another one knows too.
  for (const way of [byName, byThread, byPeopleAndWords])
    for (const picture of pictures) {
      const matterId = way(mail, picture, pmEmail)
      if (matterId !== undefined) return { projectId: picture.project.id, matterId }
    }
  return undefined
}

function byName(mail: MailSignal, { matters }: ProjectPicture): string | undefined {
  if (mail.kind === 'mail_bulk') return undefined
  return keysIn(mail.title).find((key) => matters.some((each) => each.id === key))
}

function byThread({ context }: MailSignal, { matters }: ProjectPicture): string | undefined {
  return matters.find((each) =>
    each.briefs.some((brief) => brief.mail?.conversationId === context.conversationId),
  )?.id
}

function byPeopleAndWords(
  mail: MailSignal,
  { project, matters, people }: ProjectPicture,
  pmEmail: string,
): string | undefined {
  if (mail.kind === 'mail_bulk') return undefined
  const who = peopleOf(mail).filter((email) => email !== pmEmail.toLowerCase())
  const text = { subject: mail.title, text: mail.text, people: who }
  const [strongest] = mail.kind === 'mail_automatic' ? [] : ticketsOf(text, matters)
  const known = people.some((person) => person.confirmed && who.includes(person.id))
  const names = new RegExp(
    `\\b${escape(project.name.split(':')[0] ?? project.name)}\\b|\\b${escape(project.id)}\\b`,
    'i',
  )
  if (!strongest && !known && !names.test(`${mail.title} ${mail.text}`)) return undefined
  if (strongest && (known || strongest.score >= 2 * WORDS_ALONE)) return strongest.ticket.id
  return known || names.test(mail.title) ? threadId(mail.context.conversationId) : undefined
}

/** Words alone, from somebody the register does not know, must be stronger before they make a mail a project's. */
const WORDS_ALONE = 6

function peopleOf({ context, actor }: MailSignal): string[] {
  const others = [...context.to, ...context.cc].map(({ email }) => email)
  return context.folder === 'sentitems' ? others : [(actor?.email ?? '').toLowerCase(), ...others]
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
