import type { MailAddress } from '#src/domain/mail.ts'
import type { ActPayload, Receipt } from '#src/domain/act.ts'
import type { Person } from '#src/domain/person.ts'
import { HandRefused, type Hand, type Hands } from '../deps.ts'
import { of } from './jira-hands.ts'

type MailKind = 'email_stakeholder' | 'email_external'
type Sent = { id: string; url: string }

/** What the hands need of the mailbox. `send` throws `HandRefused` or `HandBusy`; any other error means "not known". */
export type MailWrites = {
  now(): Date
  /** A text with the line under it that says who prepared it. */
  marked(text: string): Promise<string>
  person(projectId: string, id: string): Promise<Person | undefined>
  send(mail: {
    actId: string
    to: MailAddress[]
    cc: MailAddress[]
    subject: string
    text: string
    replyTo: { messageId: string } | null
  }): Promise<Sent>
  findSent(act: { actId: string }): Promise<Sent | undefined>
}

/** Mail from the PM's mailbox, to people of the project's register only, marked with its act and with who prepared it. */
export function mailHands(mail: MailWrites): Pick<Hands, MailKind> {
  return {
    email_stakeholder: mailHand('email_stakeholder', mail),
    email_external: mailHand('email_external', mail),
  }
}

function mailHand(kind: MailKind, mail: MailWrites): Hand {
  const receiptOf = ({ id, url }: Sent): Receipt => ({ id, url: url || null, at: mail.now().toISOString() })
  return {
    perform: async ({ id, act }) => {
      const { to, cc, subject, text, replyTo } = of(kind, act.payload)
      const addresses = (ids: string[]) =>
        Promise.all(ids.map((it) => addressOf(kind, mail, act.projectId, it)))
      const sent = await mail.send({
        actId: id,
        to: await addresses(to),
        cc: await addresses(cc),
        subject,
        text: await mail.marked(text),
        replyTo: replyTo && { messageId: replyTo.messageId },
      })
      return receiptOf(sent)
    },
    find: async (act) => {
      const sent = await mail.findSent({ actId: act.id })
      return sent && receiptOf(sent)
    },
  }
}

/** Where a person of the register is reached; for anybody else the mail stays here. */
async function addressOf(
  kind: ActPayload['kind'],
  mail: MailWrites,
  projectId: string,
  id: string,
): Promise<MailAddress> {
  const person = await mail.person(projectId, id)
  if (!person) throw new HandRefused(`${id} is not in the project's register.`)
  if (person.neverContact) throw new HandRefused(`${person.name} must never be contacted.`)
  if (kind === 'email_stakeholder' && person.class === 'external')
    throw new HandRefused(`${person.name} is external, and this mail is for the project's own people.`)
  return { name: person.name, email: person.id }
}
