import type { ActPayload } from '#src/domain/act.ts'
import type { FieldEdit } from '#src/domain/field-edit.ts'
import type { FieldChange } from '#src/domain/jira-payload.ts'
import type { Hand, Hands } from '../deps.ts'
import { accountOf, type PersonOf } from './account-of.ts'
import { of, receiptAt, type Sent } from './jira-hands.ts'

type LinkChange = { key: string; how: 'blocks' | 'relates to'; other: string }
type Release = { project: string; name: string; day: string; was?: string | undefined }

/** What the hands need of the tracker. Writes throw `HandRefused` or `HandBusy`; any other error means "not known". */
export type FieldWrites = {
  now(): Date
  editIssue(act: { key: string; edit: FieldEdit; actId: string }): Promise<Sent>
  findEdit(act: { key: string; actId: string }): Promise<Sent | undefined>
  unlink(act: LinkChange): Promise<Sent>
  findUnlink(act: LinkChange): Promise<Sent | undefined>
  moveVersion(act: Release): Promise<Sent>
  findMoved(act: Release): Promise<Sent | undefined>
}

type FieldKind = 'jira_assign' | 'jira_fields' | 'scope_change' | 'milestone_change'

/** Who has a ticket, its fields, its milestone, and a milestone's day: each absolute, and marked where Jira takes a mark. */
export function fieldHands(jira: FieldWrites & { person: PersonOf }): Pick<Hands, FieldKind> {
  return {
    jira_assign: editHand(jira, async (payload, projectId) => {
      const { key, assignee } = of('jira_assign', payload)
      const account = assignee === null ? null : await accountOf(jira.person, projectId, assignee)
      return { key, edit: { field: 'assignee', accountId: account?.accountId ?? null } }
    }),
    jira_fields: fieldsHand(jira),
    scope_change: editHand(jira, async (payload) => {
      const { key, milestone: name, into } = of('scope_change', payload)
      return { key, edit: { field: 'version', name, into } }
    }),
    milestone_change: milestoneHand(jira),
  }
}

type ToEdit = (payload: ActPayload, projectId: string) => Promise<{ key: string; edit: FieldEdit }>

function editHand(jira: FieldWrites, toEdit: ToEdit): Hand {
  const receiptOf = receiptAt(jira.now)
  return {
    perform: async ({ id, act }) =>
      receiptOf(await jira.editIssue({ ...(await toEdit(act.payload, act.projectId)), actId: id })),
    find: async ({ id, ref, payload }) => {
      const sent = await jira.findEdit({ key: 'key' in payload ? payload.key : ref, actId: id })
      return sent && receiptOf(sent)
    },
  }
}

/** Taking a link away is the one change that Jira takes no mark with: whether it is gone is asked instead. */
function fieldsHand(jira: FieldWrites): Hand {
  const receiptOf = receiptAt(jira.now)
  const edits = editHand(jira, async (payload) => {
    const { key, change } = of('jira_fields', payload)
    return { key, edit: editOf(change) }
  })
  return {
    perform: async (permit) => {
      const gone = unlinkOf(permit.act.payload)
      return gone ? receiptOf(await jira.unlink(gone)) : await edits.perform(permit)
    },
    find: async (act) => {
      const gone = unlinkOf(act.payload)
      if (!gone) return await edits.find(act)
      const sent = await jira.findUnlink(gone)
      return sent && receiptOf(sent)
    },
  }
}

function unlinkOf(payload: ActPayload): LinkChange | undefined {
  const { key, change } = of('jira_fields', payload)
  return change.field === 'link' && !change.on ? { key, how: change.how, other: change.other } : undefined
}

function editOf(change: FieldChange): FieldEdit {
  switch (change.field) {
    case 'flag':
    case 'due_date':
      return change
    case 'sprint':
      return { field: 'sprint', id: change.sprint?.id ?? null }
    case 'link':
      return { field: 'link', how: change.how, other: change.other }
  }
}

function milestoneHand(jira: FieldWrites): Hand {
  const receiptOf = receiptAt(jira.now)
  const releaseOf = (payload: ActPayload): Release => {
    const { project, milestone: name, dueOn: day, was } = of('milestone_change', payload)
    return { project, name, day, was }
  }
  return {
    perform: async ({ act }) => receiptOf(await jira.moveVersion(releaseOf(act.payload))),
    find: async ({ payload }) => {
      const sent = await jira.findMoved(releaseOf(payload))
      return sent && receiptOf(sent)
    },
  }
}
