/**
 * Every key of the single table, in one place: pure string functions, shared with the AppSync resolvers,
 * so nothing here may use what APPSYNC_JS lacks.
 */
export const CYCLE_PK = 'CYCLE'
export const RUNNING_SK = 'RUNNING'
export const METADATA_SK = 'METADATA'
export const BOARD_SK = 'BOARD'
export const CONFIG_PK = 'CONFIG'
export const INTEGRATION_PK = 'INTEGRATION'
export const PM_PK = 'PM'
export const GLOBAL_PK = 'GLOBAL'
/** GSI2 partitions: what falls due in business time, and what falls due in real time (undo, leases). */
export const DUE_BUSINESS = 'DUE'
export const DUE_REAL = 'DUE#REAL'

/** A month's spending, `yyyy-MM`: its total, its days, its model calls, and what the ladder did not allow. */
export const TOTAL_SK = 'TOTAL'
export const spendingPk = (month: string) => `SPENDING#${month}`
export const daySk = (day: string) => `DAY#${day}`
export const callSk = (hash: string) => `CALL#${hash}`
export const skippedSk = (hash: string) => `SKIPPED#${hash}`

export const projectPk = (id: string) => `PROJECT#${id}`
export const projectsByStatus = (status: string) => `STATUS#${status}`
export const artefactSk = (type: string) => `ARTEFACT#${type}`
export const previousArtefactSk = (type: string) => `ARTEFACT#${type}#PREVIOUS`
export const artefactChangeSk = (type: string, version: number) => `CHANGE#${type}#${padded(version)}`
export const escalationSk = (id: string) => `ESCALATION#${id}`
export const escalationsByStatus = (status: string) => `ESCALATIONS#${status}`
export const matterSk = (id: string) => `MATTER#${id}`
export const personSk = (id: string) => `PERSON#${id}`
export const spotCheckSk = (id: string) => `SPOTCHECK#${id}`
export const proofSk = (day: string) => `PROOF#${day}`
export const memorySk = (id: string) => `MEMORY#${id}`
export const reworkSk = (escalationId: string, version: number) => `REWORK#${escalationId}#${version}`
export const proposalSk = (slot: string, page: number) => `PROPOSAL#${slot}#${page}`
export const proposalPartSk = (slot: string, page: number, part: string) =>
  `PROPOSALPART#${slot}#${page}#${part}`
export const noticeSk = (actId: string) => `NOTICE#${actId}`
export const eventSk = (at: string, id: string) => `EVENT#${at}#${id}`
export const eventsByDay = (day: string) => `EVENTS#${day}`
export const sourcePk = (integration: string, account: string) => `SOURCE#${integration}#${account}`
export const signalSk = (externalId: string, version: number) => `SIGNAL#${externalId}#${version}`
export const signalsByState = (state: string) => `SIGNALS#${state}`
export const checkpointSk = (key: string) => `CHECKPOINT#${key}`
export const rereadSk = (conversationId: string) => `REREAD#${conversationId}`
export const WAIT_SK = 'WAIT'
export const RESYNCS = 'RESYNC#'
export const resyncSk = (until: string, why: string) => `${RESYNCS}${until}#${why}`
export const blindSk = (since: string) => `BLIND#${since}`
export const actsPk = (project: string) => `ACTS#${project}`
export const actSk = (id: string) => `ACT#${id}`
export const permitSk = (id: string) => `PERMIT#${id}`
export const actsByStatus = (status: string) => `ACTS#${status}`
export const cyclePk = (slot: string) => `CYCLE#${slot}`
export const pageSk = (page: number) => `PAGE#${page}`
export const dailySk = (date: string) => `DAILY#${date}`
export const sessionSk = (id: string) => `SESSION#${id}`
export const limitSk = (name: string) => `LIMIT#${name}`
export const unannouncedSk = (id: string) => `UNANNOUNCED#${id}`

/** Fixed width, so that versions sort as text. */
const padded = (version: number) => `000000${version}`.slice(-6)
