import type { ActIn, ActPayload } from './act.ts'
import type { FieldChange } from './jira-payload.ts'
import type { Person } from './person.ts'
import type { Premise } from './premise.ts'
import type { Revert } from './revert.ts'

/** What takes an act back, as an act of its own; or why nothing does, in words. */
export type Compensation = { payload: ActPayload; premise: Premise; summary: string } | { says: string }

/** `reverts`: how the change of a document is taken back; undefined: nobody kept what stood there before. */
export type Known = { people: readonly Person[]; reverts: Revert[] | undefined }

const UNKNOWN: Compensation = { says: 'Cannot be undone: what stood there before is not known.' }

/** The act that undoes an act that was done. It rests on everything still standing as that one left it. */
export function compensationOf(act: ActIn<'done'>, known: Known): Compensation {
  const { payload, receipt } = act
  switch (payload.kind) {
    case 'jira_comment':
      return { says: finalComment(payload.watchers) }
    case 'email_stakeholder':
    case 'email_external': {
      return { says: `Cannot be undone: ${wereMailed(payload.to.length + payload.cc.length)}.` }
    }
    case 'notification_internal':
      return { says: 'Cannot be undone: it is in your inbox.' }
    case 'jira_create_ticket':
      return {
        says: `Cannot be undone: nothing is deleted from here. Close ${receipt.id} in Jira if it is not wanted.`,
      }
    case 'jira_status_change':
      return statusBack(payload, receipt)
    case 'jira_assign':
      return assigneeBack(payload, receipt, known.people)
    case 'jira_fields': {
      const change = fieldBack(payload.change, receipt)
      if (!change) return UNKNOWN
      const premise = { ticket: payload.key, ...standsAs(payload.change) }
      return { payload: { ...payload, change }, premise, summary: `Undo: ${act.summary}` }
    }
    case 'scope_change': {
      const { key, milestone, into } = payload
      const premise = {
        ticket: key,
        field: 'milestone' as const,
        name: milestone,
        value: into ? milestone : null,
      }
      return { payload: { ...payload, into: !into }, premise, summary: `Undo: ${act.summary}` }
    }
    case 'milestone_change': {
      const day = receipt.before?.id
      if (!day) return UNKNOWN
      const { dueOn: was } = payload
      return { payload: { ...payload, dueOn: day, was }, premise: null, summary: `Undo: ${act.summary}` }
    }
    case 'artefact_update': {
      if (!known.reverts?.length) return UNKNOWN
      const changes = [{ op: 'revert' as const, reverts: known.reverts, evidence: [] }]
      return { payload: { ...payload, changes }, premise: null, summary: `${act.summary}, taken back` }
    }
  }
}

/** Jira mails who watches the ticket, however soon a comment is taken away again. */
function finalComment(watchers: number | undefined): string {
  if (watchers === undefined) return 'Cannot be undone: the ticket’s watchers have been mailed.'
  if (watchers === 0) return 'Cannot be undone: whoever has the ticket has been mailed.'
  return `Cannot be undone: ${wereMailed(watchers)}.`
}

const wereMailed = (many: number) => `${many === 1 ? '1 person was' : `${many} people were`} mailed`

type Receipt = ActIn<'done'>['receipt']
type Of<K extends ActPayload['kind']> = Extract<ActPayload, { kind: K }>

function statusBack({ kind, key, toStatus }: Of<'jira_status_change'>, { before }: Receipt): Compensation {
  if (!before) return UNKNOWN
  return {
    payload: { kind, key, toStatus: before.words },
    premise: { key, status: toStatus, flagged: null, unowned: null },
    summary: `Move ${key} back to ${before.words}`,
  }
}

/** Back to whoever had it: people come from the register and from nowhere else. */
function assigneeBack(
  payload: Of<'jira_assign'>,
  { before }: Receipt,
  people: readonly Person[],
): Compensation {
  const { kind, key, assignee } = payload
  if (!before) return UNKNOWN
  const had = people.find(({ accountId }) => accountId !== undefined && accountId === before.id)
  if (before.id !== null && !had)
    return { says: `Cannot be undone: ${before.words}, who had it, is not in the register.` }
  const has = people.find(({ id }) => id === assignee)
  const value = has?.accountId ?? null
  return {
    payload: { kind, key, assignee: had?.id ?? null },
    premise: { ticket: key, field: 'assignee', name: null, value },
    summary: had ? `Give ${key} back to ${had.name}` : `Unassign ${key}`,
  }
}

function fieldBack(change: FieldChange, { before }: Receipt): FieldChange | undefined {
  switch (change.field) {
    case 'flag':
    case 'link':
      return { ...change, on: !change.on }
    case 'due_date':
      return before && { field: 'due_date', day: before.id }
    case 'sprint':
      return (
        before && {
          field: 'sprint',
          sprint: before.id === null ? null : { id: before.id, name: before.words },
        }
      )
  }
}

/** How the ticket stands while nobody has touched what was changed. */
function standsAs(change: FieldChange) {
  switch (change.field) {
    case 'flag':
      return { field: 'flag' as const, name: null, value: change.on ? 'Impediment' : null }
    case 'due_date':
      return { field: 'due_date' as const, name: null, value: change.day }
    case 'sprint':
      return { field: 'sprint' as const, name: null, value: change.sprint?.id ?? null }
    case 'link':
      return { field: 'link' as const, name: change.how, value: change.on ? change.other : null }
  }
}
