/**
 * Every GraphQL document we send, as plain strings: the announcer sends the mutations, the browser the
 * subscriptions. No import, so that the client bundle stays small; a test compares it with schema.graphql.
 */
export const nouns = ['escalation', 'event', 'act', 'artefact', 'status'] as const
export type Noun = (typeof nouns)[number]

/** The complete selection of each noun: what a mutation leaves out, no subscriber can receive. */
export const fields = {
  escalation: [
    'id',
    'version',
    'projectId',
    'title',
    'status',
    'importance',
    'refs',
    'createdAt',
    'updatedAt',
    'decideBy',
    'decidedAt',
    'decidedBy',
    'optionName',
    'undoUntil',
    'attention',
    'beyondLimit',
  ],
  event: ['id', 'version', 'projectId', 'kind', 'at', 'text', 'ref', 'actId', 'escalationId', 'signalId'],
  act: [
    'id',
    'version',
    'projectId',
    'kind',
    'ref',
    'status',
    'outcome',
    'summary',
    'escalationId',
    'heldUntil',
    'updatedAt',
    'receiptId',
    'receiptUrl',
    'reason',
  ],
  artefact: ['id', 'version', 'projectId', 'type', 'updatedAt', 'summary'],
  status: [
    'id',
    'version',
    'projectId',
    'state',
    'checkedAt',
    'nextCheckAt',
    'blindSources',
    'blindSince',
    'awayUntil',
    'text',
  ],
} as const satisfies Record<Noun, readonly string[]>

/** Fields that hold a list of strings; every other one holds a string. */
export const listFields = ['refs', 'blindSources'] as const

type ListField = (typeof listFields)[number]
type Identity = { id: string; version: number; projectId: string }
type Optional<N extends Noun> = Exclude<(typeof fields)[N][number], keyof Identity>
type Value<F extends string> = F extends ListField ? string[] : string

/** A pushed row as a subscriber receives it. Times are ISO 8601; null means the row has no such value. */
export type LiveRow<N extends Noun> = Identity & { [F in Optional<N>]: Value<F> | null }

/** What an announcement carries: identity, and whatever else the row has. */
export type Announcement<N extends Noun> = Identity & {
  [F in Optional<N>]?: Readonly<Value<F>> | null | undefined
}

/** The schema's name of each noun's type. */
export const typeNames = {
  escalation: 'Escalation',
  event: 'Event',
  act: 'Act',
  artefact: 'Artefact',
  status: 'AgentStatus',
} as const satisfies Record<Noun, string>

export const mutationFields = {
  escalation: 'announceEscalation',
  event: 'announceEvent',
  act: 'announceAct',
  artefact: 'announceArtefact',
  status: 'announceStatus',
} as const satisfies Record<Noun, string>

export const subscriptionFields = {
  escalation: 'onEscalation',
  event: 'onEvent',
  act: 'onAct',
  artefact: 'onArtefact',
  status: 'onStatus',
} as const satisfies Record<Noun, string>

/** The one mutation that tells subscribers of a row; its variable is `input`. */
export function announceDocument(noun: Noun): string {
  const field = mutationFields[noun]
  return `mutation ${field}($input: ${typeNames[noun]}Input!) { ${field}(input: $input) { ${selection(noun)} } }`
}

/**
 * Follows a noun in every project, or in the one that its variable `projectId` then names.
 * `name` is the operation's own, by which its acknowledgement can be told from another's.
 */
export function subscriptionDocument(
  noun: Noun,
  { scope = 'all', name }: { scope?: 'all' | 'project'; name?: string } = {},
): string {
  const field = subscriptionFields[noun]
  const operation = name ?? field
  return scope === 'all'
    ? `subscription ${operation} { ${field} { ${selection(noun)} } }`
    : `subscription ${operation}($projectId: ID!) { ${field}(projectId: $projectId) { ${selection(noun)} } }`
}

const selection = (noun: Noun) => fields[noun].join(' ')
