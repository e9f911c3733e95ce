import { asText, isVendor } from '#src/sandbox/vendor/value.ts'
import type { Vendor } from '#src/sandbox/vendor/value.ts'
import type { Catalogue } from './catalogue.ts'
import type { IssueView } from './issue-at.ts'
import type { Journal, WriteRecord } from './journal.ts'

/** What our edits left in an issue's fields: each stands until the scenario's next change of that field. */
export function editedFields(view: IssueView, done: readonly WriteRecord[], catalogue: Catalogue): Vendor {
  const edits = done.filter((it) => it.kind === 'edit')
  const last = [...new Map(edits.map((edit) => [edit.fieldId, edit])).values()]
  const standing = last.filter(({ fieldId, at }) => !isOvertaken(view, catalogue, fieldId, Date.parse(at)))
  return Object.fromEntries(standing.map(({ fieldId, value }) => [fieldId, value]))
}

function isOvertaken(view: IssueView, catalogue: Catalogue, fieldId: string, at: number): boolean {
  return view.histories.some(
    ({ created, items }) =>
      Date.parse(created) > at && items.some((item) => catalogue.fieldIdOf(item) === fieldId),
  )
}

/** Releases whose day we moved have it in every issue that is part of them; the issue itself was not changed by that. */
export function withReleases(view: IssueView, journal: Journal, at: number): IssueView {
  const moved = new Map(
    journal
      .all()
      .flatMap((it) => (it.kind === 'version' && Date.parse(it.at) <= at ? [[it.id, it.releaseDate]] : [])),
  )
  const { fixVersions } = view.fields
  if (moved.size === 0 || !Array.isArray(fixVersions)) return view
  const dated = fixVersions.map((version: unknown) =>
    isVendor(version) && moved.has(asText(version.id) ?? '')
      ? { ...version, releaseDate: moved.get(asText(version.id) ?? '') }
      : version,
  )
  return { ...view, fields: { ...view.fields, fixVersions: dated } }
}

/** A sprint's state as it was then: the scenario's files hold how it ended. */
export function sprintThen(sprint: Vendor, at: number): Vendor {
  const past = (name: string) => Date.parse(asText(sprint[name]) ?? '') <= at
  const { completeDate, ...open } = sprint
  if (past('completeDate')) return { ...open, state: 'closed', completeDate }
  return { ...open, state: past('startDate') ? 'active' : 'future' }
}

/** The same of the sprints that an issue is in. */
export function withSprintsThen(fields: Vendor, at: number): Vendor {
  const isSprint = (one: unknown): one is Vendor => isVendor(one) && 'boardId' in one && 'state' in one
  return Object.fromEntries(
    Object.entries(fields).map(([fieldId, value]: [string, unknown]) => [
      fieldId,
      Array.isArray(value) && value.some(isSprint)
        ? value.map((one: unknown) => (isSprint(one) && 'startDate' in one ? sprintThen(one, at) : one))
        : value,
    ]),
  )
}
