import { briefOf, joinBriefs, type Brief, type Matter } from '#src/domain/matter.ts'
import type { Memory } from '#src/domain/memory.ts'
import { personId, type Person } from '#src/domain/person.ts'
import { asTaught } from '#src/domain/precedent.ts'
import type { Project } from '#src/domain/project.ts'
import { headersOnly, type JiraSignal, type MailSignal, type Signal } from '#src/domain/signal.ts'
import type { Verdict } from '#src/domain/verdict.ts'
import type { PageOfCheck } from '../messages.ts'
import { openSignals, type PageReader } from '../open-signals.ts'
import { suspicion, type Screened } from '../rules/suspicion.ts'
import { triage } from '../rules/triage.ts'
import { withAccounts } from './accounts.ts'
import { absenceOf } from './absences.ts'
import { Board } from './board.ts'
import { correspondents, newcomers } from './newcomers.ts'
import { tainted } from './tainted.ts'
import { placeOf, type Place, type ProjectPicture } from './place-mail.ts'

export type NormaliseDeps = PageReader & {
  now(): Date
  saveSignals(signals: Signal[]): Promise<void>
  /** The active ones. */
  projects(): Promise<Project[]>
  /** All of a project's, or those of these ids that there are. */
  matters(projectId: string, only?: string[]): Promise<Matter[]>
  people(projectId: string): Promise<Person[]>
  memories(projectId: string): Promise<Memory[]>
  saveMatters(next: Matter[]): Promise<void>
  savePerson(next: Person): Promise<void>
}

/**
 * Joins each signal to its project and matter and lets the rules have their first pass: what they drop, decide or set
 * aside, no model sees. What the PM taught goes before what they guess. Mail that belongs to no project keeps its headers only.
 */
export async function normalise(deps: NormaliseDeps, check: PageOfCheck): Promise<PageOfCheck> {
  const open = (await openSignals(deps, check)).filter((each) => each.matterId === null)
  if (open.length === 0) return check
  const tickets = open.filter((each) => each.source !== 'outlook')
  const mails = open.filter((each) => each.source === 'outlook')
  const pictures = await picturesOf(deps, tickets, mails.length > 0)
  const board = new Board(pictures)
  const placed: Signal[] = []
  const known = knownDomains(pictures, check.desk.internalDomains)
  for (const each of tickets) placed.push(placeTicket(each, board, known, deps.now()))
  for (const next of newcomers(tickets, board, check.desk)) board.meet(next)
  for (const next of withAccounts(tickets, board)) board.meet(next)
  for (const each of mails) placed.push(placeMail(each, board, check, known, deps.now()))
  for (const next of tainted(placed.filter(isHostile(known)), board)) board.meet(next)
  for (const next of board.met()) await deps.savePerson(next)
  await deps.saveMatters(board.changed())
  await deps.saveSignals(placed.map((each) => ({ ...each, version: each.version + 1 })))
  return check
}

/** Some of its words, or all, gave orders to software. */
function isHostile(knownDomains: string[]): (signal: Signal) => boolean {
  return (signal) => {
    const screened = suspicion(signal, { knownDomains })
    return 'setAside' in screened || screened.dropped !== null
  }
}

/** A mail may belong to any matter; a page of nothing but tickets needs no other than theirs, however many there are. */
async function picturesOf(
  deps: NormaliseDeps,
  tickets: JiraSignal[],
  hasMail: boolean,
): Promise<ProjectPicture[]> {
  const ofProject = Map.groupBy(tickets, ({ project }) => project)
  const pictureOf = async (project: Project) => {
    const refs = (ofProject.get(project.id) ?? []).map(({ ref }) => ref)
    const matters = await deps.matters(project.id, hasMail ? undefined : refs)
    const [people, memories] = await Promise.all([deps.people(project.id), deps.memories(project.id)])
    return { project, matters, people, memories }
  }
  return await Promise.all((await deps.projects()).map(pictureOf))
}

/** What was read last says how a ticket stands; a signal left over from an earlier check changes nothing of that. */
function placeTicket(signal: JiraSignal, board: Board, known: string[], at: Date): Signal {
  const screened = suspicion(signal, { knownDomains: known })
  const found = { ...signal, projectId: signal.project, matterId: signal.ref }
  const placed = { ...found, verdict: learned(found, triage(signal, at), screened, board, at) }
  const before = board.find(signal.project, signal.ref)
  board.put({
    ...{ id: signal.ref, projectId: signal.project, version: before?.version ?? 1 },
    ...(before && before.readAt > signal.recordedAt ? standOf(before) : freshStand(signal)),
    briefs: joinBriefs(before?.briefs ?? [], [heard(placed, screened)]),
    lastSignalAt: later(before?.lastSignalAt, signal.occurredAt),
  })
  return placed
}

/** Words that give orders to software may not pass for those that the PM spoke of. */
function learned(
  signal: Signal,
  judged: Verdict | undefined,
  screened: Screened,
  board: Board,
  at: Date,
): Verdict | null {
  const picture = board.pictures.find(({ project }) => project.id === signal.projectId)
  if (!picture || 'setAside' in screened || screened.dropped !== null) return judged ?? null
  return asTaught(signal, judged, { ...picture, at }) ?? null
}

function standOf({ title, url, ticket, unownedSince, readAt }: Matter) {
  return { title, url, ticket, unownedSince, readAt }
}

function freshStand({ title, url, context, unownedSince, recordedAt }: JiraSignal) {
  return { title, url, ticket: context, unownedSince, readAt: recordedAt }
}

/** What a matter keeps of a signal: only what may be used of its text. */
function heard(signal: Signal, screened: Screened): Brief {
  if ('setAside' in screened) return { ...briefOf({ ...signal, text: '' }), tainted: true }
  if (screened.dropped === null) return briefOf(signal)
  return { ...briefOf({ ...signal, text: screened.keep.join('\n') }), tainted: true }
}

function placeMail(
  signal: MailSignal,
  board: Board,
  { desk }: PageOfCheck,
  known: string[],
  at: Date,
): Signal {
  const screened = suspicion(signal, { knownDomains: known })
  if ('setAside' in screened) {
    const aside = { ...signal, setAside: screened.setAside }
    return { ...aside, verdict: triage(aside, at) ?? null }
  }
  const place = placeOf(signal, board.pictures, desk.pmEmail)
  // Whoever gives orders to software, even once, is nobody's acquaintance.
  if (place && screened.dropped === null)
    for (const next of correspondents(signal, place.projectId, board, desk)) board.meet(next)
  const people = board.pictures.flatMap((picture) => picture.people)
  const verdict = triage(signal, at, {
    sender: people.find((person) => person.id === personId(signal.actor?.email ?? '')),
    joined: place && board.find(place.projectId, place.matterId),
    pmEmail: desk.pmEmail,
    projectId: place?.projectId ?? null,
  })
  if (!place) {
    return { ...headersOnly(signal), verdict: verdict ?? null }
  }
  const found = { ...signal, ...place }
  const placed = { ...found, verdict: learned(found, verdict, screened, board, at) }
  const said = heard(placed, screened)
  if (screened.dropped === null)
    for (const next of absenceOf(signal, { ...place, text: said.text, board, desk })) board.meet(next)
  joinMail(placed, place, board, said)
  return placed
}

function joinMail(signal: MailSignal, { projectId, matterId }: Place, board: Board, said: Brief): void {
  const before = board.find(projectId, matterId)
  const opened = {
    title: signal.title,
    url: signal.url,
    ticket: null,
    unownedSince: null,
    readAt: signal.recordedAt,
  }
  board.put({
    ...{ id: matterId, projectId, version: before?.version ?? 1 },
    ...(before ? standOf(before) : opened),
    briefs: joinBriefs(stillWaiting(before?.briefs ?? [], said), [said]),
    lastSignalAt: later(before?.lastSignalAt, signal.occurredAt),
  })
}

/** Whoever else writes in a thread ends the waiting for an answer in it. */
function stillWaiting(briefs: Brief[], said: Brief): Brief[] {
  const isAnswer = said.kind !== 'mail_unanswered' && said.kind !== 'mail_automatic'
  return briefs.filter(
    ({ kind, mail, email }) =>
      !isAnswer ||
      kind !== 'mail_unanswered' ||
      mail?.conversationId !== said.mail?.conversationId ||
      email === said.email,
  )
}

/** The company's own, and those of whom the PM has confirmed. */
function knownDomains(pictures: ProjectPicture[], internal: string[]): string[] {
  const people = pictures.flatMap((picture) => picture.people.filter(({ confirmed }) => confirmed))
  return [...new Set([...internal, ...people.map(({ id }) => id.split('@')[1] ?? '')])]
}

function later(known: string | undefined, found: string): string {
  return known !== undefined && known > found ? known : found
}
