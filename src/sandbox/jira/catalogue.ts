import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import type { ChangeItemFile, Screen } from '#src/sandbox/scenario/vendor-files.ts'
import { issueTypesOf } from './issue-types.ts'
import { asText, isVendor, own } from '#src/sandbox/vendor/value.ts'
import type { Vendor } from '#src/sandbox/vendor/value.ts'

/** Everything the site knows by id, gathered from the scenario's issues: what an undone field can turn back into. */
export type Catalogue = {
  statuses: readonly Vendor[]
  /** What the steps into a status ask for, by the status's id. */
  screens: ReadonlyMap<string, Screen>
  /** A field's value as it was seen in some issue, by its id. */
  value: (fieldId: string, id: string) => Vendor | undefined
  user: (accountId: string) => Vendor | undefined
  userByEmail: (email: string) => Vendor | undefined
  project: (key: string) => Vendor | undefined
  projectKeys: ReadonlySet<string>
  issueTypes: readonly Vendor[]
  /** The agile API's boards, each with its project's key and its kind. */
  boards: readonly { project: string; type: string; json: Vendor }[]
  sprints: readonly Vendor[]
  /** Releases, each with its project's key, as the issues name them. */
  versions: readonly { project: string; json: Vendor }[]
  /** The id of the field that a changelog item names. */
  fieldIdOf: (item: ChangeItemFile) => string
  /** Field names by id, custom ones as named in changelogs. */
  fieldNames: ReadonlyMap<string, string>
  /** Fields that hold a request of a service desk, told by what an issue has in them. */
  requestFields: ReadonlySet<string>
}

/** Gathers the catalogue once per scenario. */
export function catalogueOf(scenario: Scenario): Catalogue {
  const values = new Map<string, Vendor>()
  const users = new Map<string, Vendor>()
  const names = new Map<string, string>()
  const requestFields = new Set<string>()
  const keep = (fieldId: string, value: unknown) => {
    if (Array.isArray(value)) for (const one of value) keep(fieldId, one)
    if (!isVendor(value)) return
    const id = asText(value.id)
    if (id !== undefined) values.set(`${fieldId}:${id}`, value)
    keepUser(value)
  }
  const keepUser = (value: unknown) => {
    if (isVendor(value) && typeof value.accountId === 'string') users.set(value.accountId, value)
  }
  for (const issue of scenario.issues) {
    for (const [fieldId, value] of Object.entries(issue.fields)) {
      keep(fieldId, value)
      if (isVendor(value) && 'requestType' in value) requestFields.add(fieldId)
      const guess = guessedName(value)
      if (guess !== undefined && fieldId.startsWith('customfield_')) names.set(fieldId, guess)
      else if (!names.has(fieldId)) names.set(fieldId, plainName(fieldId))
    }
    for (const [fieldId, name] of Object.entries(issue.names ?? {})) names.set(fieldId, name)
    for (const history of issue.changelog?.histories ?? []) {
      keepUser(history.author)
      for (const item of history.items) if (item.fieldId !== undefined) names.set(item.fieldId, nameOf(item))
    }
    for (const comment of issue.fields.comment?.comments ?? []) keepUser(comment.author)
  }
  const screens = new Map<string, Screen>()
  for (const { _screen, ...status } of scenario.statuses) {
    values.set(`status:${status.id}`, status)
    screens.set(status.id, _screen ?? {})
  }
  for (const sprint of scenario.sprints) values.set(`sprint:${asText(sprint.id) ?? ''}`, sprint)
  const ids = new Map([...names].map(([id, name]) => [name.toLowerCase(), id]))
  const projects = projectsOf(scenario, values)
  return {
    statuses: [...values].filter(([key]) => key.startsWith('status:')).map(([, value]) => value),
    screens,
    value: (fieldId, id) => values.get(`${fieldId}:${id}`),
    user: (accountId) => users.get(accountId),
    userByEmail: (email) => [...users.values()].find((user) => user.emailAddress === email),
    project: (key) => projects.get(key),
    projectKeys: new Set(projects.keys()),
    issueTypes: issueTypesOf(values),
    boards: boardsOf(scenario),
    sprints: scenario.sprints,
    versions: versionsOf(scenario),
    fieldIdOf: (item) =>
      item.fieldId ?? oldNames.get(item.field) ?? ids.get(item.field.toLowerCase()) ?? item.field,
    ...{ fieldNames: names, requestFields },
  }
}

/** Changelog names of system fields that differ from the field's id. */
const oldNames = new Map([
  ['Fix Version', 'fixVersions'],
  ['Version', 'versions'],
  ['Component', 'components'],
  ['Link', 'issuelinks'],
  ['IssueParentAssociation', 'parent'],
])

const systemNames = new Map([
  ['duedate', 'Due date'],
  ['issuetype', 'Issue Type'],
  ['issuelinks', 'Linked Issues'],
  ['fixVersions', 'Fix versions'],
])

function nameOf(item: ChangeItemFile): string {
  return own(item, 'fieldtype') === 'custom' ? item.field : plainName(item.fieldId ?? item.field)
}

function plainName(fieldId: string): string {
  const custom = /^customfield_(\d+)$/.exec(fieldId)
  if (custom?.[1] !== undefined) return `Custom field ${custom[1]}`
  return systemNames.get(fieldId) ?? fieldId.charAt(0).toUpperCase() + fieldId.slice(1)
}

/** Three custom fields are recognised by what they hold where no changelog names them. */
function guessedName(value: unknown): string | undefined {
  if (typeof value === 'string' && /^\d\|[a-z0-9]+:/.test(value)) return 'Rank'
  const first: unknown = Array.isArray(value) ? value[0] : undefined
  if (!isVendor(first)) return undefined
  if (first.value === 'Impediment') return 'Flagged'
  return 'boardId' in first && 'state' in first ? 'Sprint' : undefined
}

function boardsOf({ board }: Scenario): Catalogue['boards'] {
  if (!isVendor(board)) return []
  const location = isVendor(board.location) ? board.location : {}
  return [{ project: asText(location.key) ?? '', type: asText(board.type) ?? 'scrum', json: board }]
}

function versionsOf({ issues }: Scenario): Catalogue['versions'] {
  const found = issues.flatMap(({ key, fields }) => {
    const project = key.slice(0, key.lastIndexOf('-'))
    const named: unknown[] = Array.isArray(fields.fixVersions) ? fields.fixVersions : []
    return named.filter(isVendor).map((json) => ({ project, json }))
  })
  return [...new Map(found.map((each) => [`${each.project} ${asText(each.json.id) ?? ''}`, each])).values()]
}

function projectsOf(scenario: Scenario, values: ReadonlyMap<string, Vendor>): Map<string, Vendor> {
  const listed = scenario.projects.map(
    ({ key, name }, index) => [key, { id: String(90_000 + index), key, name }] as const,
  )
  const seen = [...values]
    .filter(([key]) => key.startsWith('project:'))
    .flatMap(([, value]) => (typeof value.key === 'string' ? [[value.key, value] as const] : []))
  return new Map<string, Vendor>([...listed, ...seen])
}
