import { goneRaw } from '#src/domain/gone.ts'
import { isOpenTicket, trackerOf, type Matter } from '#src/domain/matter.ts'
import { recordSignal, signalId, type Signal } from '#src/domain/signal.ts'
import type { ReadDeps, Watched } from './watched.ts'

/** Asks after open tickets, and records those that went: the tracker itself says nothing of it. */
export async function recordGone(
  deps: ReadDeps,
  watched: Watched,
  matters: Matter[],
  at: Date,
): Promise<Signal[]> {
  const { source, account } = watched
  if (!watched.gone || source === 'outlook') return []
  const tickets = matters.filter(isOpenTicket).filter((each) => trackerOf(each) === source)
  if (tickets.length === 0) return []
  const went = new Map(
    (await watched.gone(tickets.map(({ id }) => id))).map((each) => [each.ref, each.movedTo]),
  )
  const raws = tickets.flatMap(({ id, projectId, title, url, ticket }) => {
    const movedTo = went.get(id)
    if (movedTo === undefined) return []
    const about = { source, project: projectId, ref: id, title, url, context: ticket }
    return [goneRaw(about, movedTo, at.toISOString())]
  })
  const known = await deps.known(raws.map((raw) => signalId(raw, account)))
  const seen = { account, at, bootstrap: false, unownedSince: null }
  const fresh = raws.filter((raw) => !known.has(signalId(raw, account))).map((raw) => recordSignal(raw, seen))
  const checkpoint = await watched.checkpoint()
  if (fresh.length > 0 && checkpoint)
    await watched.record(fresh, { ...checkpoint, version: checkpoint.version + 1 }, [])
  return fresh
}
