import { goneRaw } from '#src/domain/gone.ts'
import { isOpenTicket, trackerOf, type Matter } from '#src/domain/matter.ts'
import type { JiraRaw } from '#src/domain/raw-signal.ts'
import { recordSignal, signalId, type Signal } from '#src/domain/signal.ts'
import type { GoneTicket, ReadDeps, Watched } from './watched.ts'

/** Asks after open tickets, and records those that went: what a tracker tells of it may be lost, and some tell nothing. */
export async function recordGone(
  deps: ReadDeps,
  watched: Watched,
  matters: Matter[],
  at: Date,
): Promise<Signal[]> {
  const { source, account } = watched
  if (!watched.gone || source === 'outlook') return []
  const refs = matters.filter(isOpenTicket).flatMap((of) => (trackerOf(of) === source ? of.id : []))
  if (refs.length === 0) return []
  const raws = goneAmong(matters, await watched.gone(refs), watched, at)
  const known = await deps.known(raws.map((raw) => signalId(raw, account)))
  const seen = { account, at, bootstrap: false, unownedSince: null }
  const fresh = raws.filter((raw) => !known.has(signalId(raw, account))).map((raw) => recordSignal(raw, seen))
  const checkpoint = await watched.checkpoint()
  if (fresh.length > 0 && checkpoint)
    await watched.record(fresh, { ...checkpoint, version: checkpoint.version + 1 }, [])
  return fresh
}

/** Those of some tickets that went, said with what is known of them; who was never seen, or is done, is not missed. */
export function goneAmong(
  matters: Matter[],
  went: GoneTicket[],
  { source }: Pick<Watched, 'source'>,
  at: Date,
): JiraRaw[] {
  if (source === 'outlook') return []
  const movedTo = new Map(went.map((each) => [each.ref, each.movedTo]))
  return matters.filter(isOpenTicket).flatMap((of) => {
    const to = movedTo.get(of.id)
    if (to === undefined || trackerOf(of) !== source) return []
    const { id, projectId, title, url, ticket } = of
    return [
      goneRaw({ source, project: projectId, ref: id, title, url, context: ticket }, to, at.toISOString()),
    ]
  })
}
