import { briefOf, joinBriefs, type Matter } from '#src/domain/matter.ts'
import { personId } from '#src/domain/person.ts'
import type { JiraSignal, MailSignal, Signal } from '#src/domain/signal.ts'
import type { PageOfCheck } from '../messages.ts'
import { triage } from '../rules/triage.ts'
import { placeOf, type ProjectPicture } from './place-mail.ts'
import { suspicion } from '../sanitise/suspicion.ts'

export type NormaliseDeps = {
  now(): Date
  page(slot: string, page: number): Promise<string[]>
  signals(ids: string[]): Promise<Signal[]>
  saveSignals(signals: Signal[]): Promise<void>
  /** Every active project with its matters and its people. */
  pictures(): Promise<ProjectPicture[]>
  saveMatter(next: Matter): Promise<void>
}

/**
 * Joins each signal to its project and matter and lets the rules have their first pass: what they drop, decide or set
 * aside, no model sees. Mail that belongs to no project keeps its headers only.
 */
export async function normalise(deps: NormaliseDeps, check: PageOfCheck): Promise<PageOfCheck> {
  const signals = await deps.signals(await deps.page(check.slot, check.page))
  const open = signals.filter((each) => each.state === 'open' && each.matterId === null)
  if (open.length === 0) return check
  const pictures = await deps.pictures()
  const board = new Board(pictures)
  const placed: Signal[] = []
  const tickets = open.filter((each) => each.source === 'jira')
  const mails = open.filter((each) => each.source === 'outlook')
  for (const each of tickets) placed.push(placeTicket(each, board, deps.now()))
  for (const each of mails) placed.push(placeMail(each, board, check, deps.now()))
  for (const next of board.changed()) await deps.saveMatter(next)
  await deps.saveSignals(placed.map((each) => ({ ...each, version: each.version + 1 })))
  return check
}

/** The matters as this page leaves them; each is saved once, however many signals joined it. */
class Board {
  readonly pictures: ProjectPicture[]
  readonly #touched = new Set<string>()

  constructor(pictures: ProjectPicture[]) {
    this.pictures = pictures
  }

  find(projectId: string, id: string): Matter | undefined {
    return this.#picture(projectId)?.matters.find((each) => each.id === id)
  }

  put(next: Matter): void {
    const picture = this.#picture(next.projectId)
    if (!picture) return
    const others = picture.matters.filter((each) => each.id !== next.id)
    const before = picture.matters.find((each) => each.id === next.id)
    const first = !this.#touched.has(`${next.projectId}/${next.id}`)
    const version = before ? before.version + (first ? 1 : 0) : 1
    picture.matters = [...others, { ...next, version }]
    this.#touched.add(`${next.projectId}/${next.id}`)
  }

  changed(): Matter[] {
    return this.pictures.flatMap(({ matters }) =>
      matters.filter((each) => this.#touched.has(`${each.projectId}/${each.id}`)),
    )
  }

  #picture(projectId: string): ProjectPicture | undefined {
    return this.pictures.find(({ project }) => project.id === projectId)
  }
}

/** What was read last says how a ticket stands; a signal left over from an earlier check changes nothing of that. */
function placeTicket(signal: JiraSignal, board: Board, at: Date): Signal {
  const verdict = triage(signal, at) ?? null
  const placed = { ...signal, projectId: signal.project, matterId: signal.ref, verdict }
  const before = board.find(signal.project, signal.ref)
  const stand =
    before && before.readAt > signal.recordedAt
      ? {
          title: before.title,
          url: before.url,
          ticket: before.ticket,
          unownedSince: before.unownedSince,
          readAt: before.readAt,
        }
      : {
          title: signal.title,
          url: signal.url,
          ticket: signal.context,
          unownedSince: signal.unownedSince,
          readAt: signal.recordedAt,
        }
  board.put({
    ...{ id: signal.ref, projectId: signal.project, version: before?.version ?? 1 },
    ...stand,
    briefs: joinBriefs(before?.briefs ?? [], [briefOf(placed)]),
    lastSignalAt: later(before?.lastSignalAt, signal.occurredAt),
  })
  return placed
}

function placeMail(signal: MailSignal, board: Board, { desk }: PageOfCheck, at: Date): Signal {
  const people = board.pictures.flatMap((picture) => picture.people)
  const screened = suspicion(signal, { knownDomains: [...desk.internalDomains, ...people.map(domainOf)] })
  if ('setAside' in screened) {
    const aside = { ...signal, setAside: screened.setAside }
    return { ...aside, verdict: triage(aside, at) ?? null }
  }
  const place = placeOf(signal, board.pictures, desk.pmEmail)
  const setting = {
    sender: people.find((person) => person.id === personId(signal.actor?.email ?? '')),
    joined: place && board.find(place.projectId, place.matterId),
    pmEmail: desk.pmEmail,
    projectId: place?.projectId ?? null,
  }
  const verdict = triage(signal, at, setting) ?? null
  if (!place) return { ...signal, text: '', context: { ...signal.context, quoted: '', hidden: '' }, verdict }
  const placed = { ...signal, ...place, verdict }
  joinMail(placed, place, board, screened.keep.join('\n'))
  return placed
}

function joinMail(
  signal: MailSignal,
  { projectId, matterId }: { projectId: string; matterId: string },
  board: Board,
  text: string,
): void {
  const before = board.find(projectId, matterId)
  const said = briefOf({ ...signal, text })
  board.put({
    id: matterId,
    projectId,
    version: before?.version ?? 1,
    title: before?.title ?? signal.title,
    url: before?.url ?? signal.url,
    ticket: before?.ticket ?? null,
    unownedSince: before?.unownedSince ?? null,
    readAt: before?.readAt ?? signal.recordedAt,
    briefs: joinBriefs(before?.briefs ?? [], [said]),
    lastSignalAt: later(before?.lastSignalAt, signal.occurredAt),
  })
}

function domainOf({ id }: { id: string }): string {
  return id.split('@')[1] ?? ''
}

function later(known: string | undefined, found: string): string {
  return known !== undefined && known > found ? known : found
}
