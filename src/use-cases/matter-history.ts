import type { Act } from '#src/domain/act.ts'
import type { Escalation } from '#src/domain/escalation.ts'
import type { Brief, Matter } from '#src/domain/matter.ts'
import { actsTried } from './done-before.ts'

/** How many acts and closed decisions are looked through. */
const LOOKED_THROUGH = 100
const CLOSED = ['decided', 'dismissed', 'superseded', 'snoozed'] as const

export type HistoryDeps = {
  acts: { ofProject(projectId: string, limit?: number): Promise<Act[]> }
  escalations: { list(status: Escalation['status'], limit?: number): Promise<Escalation[]> }
  matters: { get(projectId: string, id: string): Promise<Matter | undefined> }
}

/** One thing that happened in a matter. `id` opens it: an act's or a decision's; `url` leads to the source. */
export type HistoryLine = {
  kind: 'change' | 'mail' | 'act' | 'decision'
  at: string
  id: string
  ref: string
  text: string
  url: string | null
}

/** What happened before in a decision's matter, and in those it is about, newest first. */
export async function historyOf(deps: HistoryDeps, asked: Escalation): Promise<HistoryLine[]> {
  const ids = [...new Set([asked.matterId, ...asked.related])]
  const [matters, acts, ...closed] = await Promise.all([
    Promise.all(ids.map((id) => deps.matters.get(asked.projectId, id))),
    deps.acts.ofProject(asked.projectId, LOOKED_THROUGH),
    ...CLOSED.map((status) => deps.escalations.list(status, LOOKED_THROUGH)),
  ])
  const isOfThese = (of: { projectId: string; matterId: string }) =>
    of.projectId === asked.projectId && ids.includes(of.matterId)
  const tried = actsTried(asked)
  const lines = [
    ...matters.flatMap((matter) => matter?.briefs ?? []).map(ofBrief),
    ...acts
      .filter((act) => isOfThese(act) && TOLD.has(act.status))
      .filter((act) => act.escalationId !== asked.id || tried.includes(act.id))
      .map(ofAct),
    ...closed
      .flat()
      .filter((each) => isOfThese(each) && each.id !== asked.id)
      .map(ofDecision),
  ]
  return lines.sort((a, b) => b.at.localeCompare(a.at))
}

const TOLD = new Set<Act['status']>(['done', 'failed', 'unknown', 'cancelled', 'expired', 'held', 'awaiting'])

function ofBrief({ source, kind, signalId, at, ref, by, title, text, url }: Brief): HistoryLine {
  const isMail = source === 'outlook'
  const [first = ''] = text.split('\n')
  const mail = kind === 'mail_unanswered' ? `No answer yet: ${title}` : `${by}: ${title}`
  const told = isMail ? mail : `${first}, ${by}`
  return { kind: isMail ? 'mail' : 'change', at, id: signalId, ref, text: told, url: url || null }
}

function ofAct({ id, updatedAt, ref, summary, status }: Act): HistoryLine {
  const text = status === 'done' ? summary : `${summary} (${ENDED[status] ?? status})`
  return { kind: 'act', at: updatedAt, id, ref, text, url: null }
}

const ENDED: Partial<Record<Act['status'], string>> = {
  held: 'going out',
  awaiting: 'waits for you',
  cancelled: 'stopped',
  failed: 'not done',
  unknown: 'not certain',
  expired: 'past its time',
}

function ofDecision(closed: Escalation): HistoryLine {
  const { id, updatedAt, refs, title } = closed
  const text = `${title}: ${endOf(closed)}`
  return { kind: 'decision', at: updatedAt, id, ref: refs[0] ?? '', text, url: null }
}

function endOf(closed: Escalation): string {
  if (closed.status === 'decided') return closed.decision.optionName
  if (closed.status === 'superseded' && closed.by !== null) return 'replaced by a newer one'
  return WORDS[closed.status] ?? ''
}

const WORDS: Partial<Record<Escalation['status'], string>> = {
  dismissed: 'dismissed',
  superseded: 'overtaken',
  snoozed: 'put off until later',
}
