import { signalRow } from '#src/adapters/dynamo/rows.ts'
import type { connectStores } from '#src/adapters/dynamo/stores.ts'
import type { Table } from '#src/adapters/dynamo/table.ts'
import type { Jira } from '#src/adapters/sources/jira/jira.ts'
import type { Evidence } from '#src/domain/evidence.ts'
import { recordSignal } from '#src/domain/signal.ts'

export const PROJECT = 'HRB'
/** In progress, flagged, and in the way of another; nobody's turn in the campaign but its own. */
export const TICKET = 'HRB-124'
/** Of the demo's Jira. */
const LENA_ACCOUNT = '712020:33400ae5-3240-4952-a140-07bf3040062c'
export const LENA = 'lena.fischer@strandline.example'
const PRIYA_ACCOUNT = '712020:92347858-9334-49eb-a434-7b7e95347d11'
const PRIYA = 'priya.raman@strandline.example'

const FLAGGED_AT = '2026-10-14T15:45:30.069Z'
const ACCOUNT = 'jira.strandline.example'

/** What every act of the campaign rests on. */
export const EVIDENCE: Evidence = {
  ...{ kind: 'quote', signalId: `jira/${ACCOUNT}/20124#1-0`, ref: TICKET, text: 'Impediment' },
  ...{ by: 'Tom Okafor', at: FLAGGED_AT, url: null, surroundings: '' },
}

type Bare = {
  table: Table
  stores: ReturnType<typeof connectStores>
  now(): Date
  readIssue: Jira['readIssue']
}

/** The signal that is cited, and the accounts of two people, as earlier checks have left them. */
export async function settle({ table, stores, now, readIssue }: Bare): Promise<void> {
  const seen = { account: ACCOUNT, at: now(), bootstrap: false, unownedSince: null }
  const { context } = await readIssue(TICKET)
  const flagged = recordSignal(
    {
      ...{ externalId: '20124#1-0', source: 'jira', kind: 'flag', project: PROJECT, ref: TICKET },
      ...{ title: 'Gate scanners reject the new barcode', url: `https://${ACCOUNT}/browse/${TICKET}` },
      ...{ actor: null, occurredAt: FLAGGED_AT, before: null, after: 'Impediment' },
      ...{ text: 'Flagged: none → Impediment', context, ours: false },
    },
    seen,
  )
  await table.write([{ put: signalRow({ ...flagged, state: 'settled' }) }])
  for (const [id, accountId] of [
    [LENA, LENA_ACCOUNT],
    [PRIYA, PRIYA_ACCOUNT],
  ] as const) {
    const known = await stores.people.get(PROJECT, id)
    if (!known) throw new Error(`${id} is not in the demo's register.`)
    await stores.people.save({ ...known, accountId, version: known.version + 1 })
  }
}
