import { asRead, personId, type Person } from '#src/domain/person.ts'
import type { MailSignal } from '#src/domain/signal.ts'
import type { Desk } from '../messages.ts'
import { absenceIn } from '../rules/absence.ts'
import type { Board } from './board.ts'

/**
 * What a mail says of whether its writer is there: an automatic reply that they are away and who answers meanwhile, any
 * other mail of theirs that they are back. `text`: what of it may be used.
 */
export function absenceOf(
  mail: MailSignal,
  { projectId, text, board, desk }: { projectId: string; text: string; board: Board; desk: Desk },
): Person[] {
  const people = board.pictures.find(({ project }) => project.id === projectId)?.people ?? []
  const writer = people.find(({ id }) => id === personId(mail.actor?.email ?? ''))
  if (!writer || mail.context.folder !== 'inbox') return []
  if (mail.kind === 'mail_received') {
    const isOver = writer.absence !== null && mail.id !== writer.absence.signalId
    return isOver ? [asRead(writer, { absence: null })] : []
  }
  if (mail.kind !== 'mail_automatic') return []
  const zone = desk.workingHours.timeZone
  const absence = absenceIn(mail, { writer, text, people, pm: desk.pmEmail, zone })
  return absence ? [asRead(writer, { absence })] : []
}
