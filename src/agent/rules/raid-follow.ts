import { quoted, worked, type Brief } from '#src/domain/matter.ts'
import type { DocumentUpdate } from '#src/domain/proposal.ts'
import { raidItemId, type RaidItem, type RaidLog } from '#src/domain/raid-log.ts'
import { sentencesOf } from './mail-meaning.ts'
import * as plan from './picture.ts'
import { isAnswered, promisesIn } from './promise-past.ts'
import { raidSet, raidUpdate } from './raid-parts.ts'

const RULE = 'raid-follow@1'

/** What has become of entries that mail or plans have raised: a promise was kept, the work is planned or done, a sprint is over. */
export function raidFollow(picture: plan.Picture, raid: RaidLog): DocumentUpdate[] {
  const open = raid.items.filter(({ status }) => status === 'open' || status === 'mitigating')
  return open.flatMap((item) => [
    ...promiseKept(item, picture),
    ...workMoved(item, picture),
    ...sprintOver(item, picture),
  ])
}

function promiseKept(item: RaidItem, picture: plan.Picture): DocumentUpdate[] {
  const kept = promisesIn(picture).find(
    (each) => raidItemId('issue', each.matter.id) === item.id && isAnswered(each, picture),
  )
  const reply =
    kept &&
    plan
      .sentMails(picture)
      .findLast((each) => each.mail.conversationId === kept.threadId && each.at > kept.mail.at)
  const [sentence] = reply ? sentencesOf(reply.text).filter((one) => one.length > 12) : []
  if (!kept || !reply || !sentence) return []
  return [update(item, 'resolved', `Answered: ${sentence}`, reply, sentence)]
}

/** A dependency is being dealt with once its ticket stands in a sprint, and over once the ticket is done. */
function workMoved(item: RaidItem, picture: plan.Picture): DocumentUpdate[] {
  if (item.kind !== 'dependency' && item.kind !== 'risk') return []
  const ticket = plan.tickets(picture).find(({ id }) => item.id === raidItemId(item.kind, id))
  if (!ticket) return []
  const planned = plan.plannedSprint(ticket, picture)
  const moved = plan.newest(ticket, (each) => each.kind === 'sprint' || each.kind === 'status')
  if (!moved) return []
  if (ticket.ticket.statusCategory === 'done')
    return [update(item, 'resolved', `${ticket.id} is ${ticket.ticket.status}`, moved)]
  if (planned && item.status === 'open')
    return [update(item, 'mitigating', `${ticket.id} is in ${planned.name}`, moved)]
  return []
}

function sprintOver(item: RaidItem, picture: plan.Picture): DocumentUpdate[] {
  const sprint = plan.sprints(picture).find(({ id }) => item.id === raidItemId('risk', `sprint-${id}`))
  if (!sprint?.endAt || sprint.endAt > picture.now.toISOString()) return []
  const last = plan.newestOnBoard(sprint.tickets)
  return last ? [update(item, 'closed', `${sprint.name} has ended`, last)] : []
}

function update(
  item: RaidItem,
  status: RaidItem['status'],
  said: string,
  from: Brief,
  sentence?: string,
): DocumentUpdate {
  const evidence = [sentence === undefined ? worked(from, said) : quoted(from, sentence)]
  const field = status === 'resolved' || status === 'closed' ? 'resolution' : 'mitigation'
  const about = {
    ...{ matterId: item.origin, ref: from.ref, rule: RULE },
    episode: `${item.id} ${status} ${from.signalId}`,
    since: from.at,
  }
  const changes = [
    raidSet(item.id, 'status', status, evidence),
    raidSet(item.id, field, said.slice(0, 300), evidence),
  ]
  return raidUpdate(about, changes, `${item.title.slice(0, 60)}, ${status}`)
}
