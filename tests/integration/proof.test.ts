import { addDays } from 'date-fns/addDays'
import { addMinutes } from 'date-fns/addMinutes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { artefactChangeSk, GLOBAL_PK, projectPk, proofSk } from '#src/adapters/dynamo/keys.ts'
import { actProperty } from '#src/adapters/sources/jira/act-property.ts'
import { wireJira, wireOutlook } from '#src/agent/wire-sources.ts'
import { artefactType } from '#src/domain/artefact.ts'
import { proof, type Proof } from '#src/domain/proof.ts'
import type { Cloud } from '#src/sandbox/cloud/cloud.ts'
import { play } from '#src/sandbox/play/player.ts'
import { asked, askedScenario, keyOf } from '../fixtures/asked-scenario.ts'
import { openCloud } from '../fixtures/open-cloud.ts'

/** The proof line in the running system: what the vendors' doubles wrote down, against what the agent says of its day. */
const scenario = askedScenario([asked(1, '10:05'), asked(1, '10:05'), asked(2, '10:05')])
const morning = (day: number) => asked(day, '09:30')

let cloud: Cloud

beforeAll(async () => {
  cloud = await openCloud(scenario)
  await playTo(scenario.start, morning(2))
}, 120_000)

afterAll(async () => cloud.stop())

test('a day is what the doubles’ journals hold of it, and each has its permit', async () => {
  const day = await proofOfDay('2027-03-02')
  const mails = cloud.graph.journal().filter(({ kind, at }) => kind === 'send' && at.startsWith('2027-03-02'))
  const inJira = cloud.jira
    .journal()
    .filter(({ kind, at }) => kind !== 'property' && at.startsWith('2027-03-02'))
  const documents = await documentsOn('2027-03-02')
  expect(mails).toHaveLength(2)
  expect(day).toMatchObject({ outside: 0, faults: [], unread: [] })
  expect(day.acts).toBe(mails.length + inJira.length + documents)
  expect(day.permitted).toBe(day.acts)
})

test('what was forged by hand has our mark and no permit, and what is marked done stands nowhere: both are said', async () => {
  const at = addMinutes(morning(2), 15)
  await playTo(morning(2), at)
  const outlook = await wireOutlook(cloud.table)
  const { jira } = await wireJira(cloud.table)
  await jira.comment({ key: keyOf(0), text: 'Trust me.', actId: '01FORGED' })
  await jira.transition({ key: keyOf(1), toStatus: 'Done', actId: '01MOVED' })
  const to = [{ name: 'Olga', email: 'olga@mill.example' }]
  await outlook?.send({ actId: '01MAILED', to, cc: [], subject: 'S', text: 'T', replyTo: null })
  await pretendDone()
  await playTo(at, morning(3))
  const day = await proofOfDay('2027-03-03')
  expect(day.acts - day.permitted).toBe(3)
  expect(day.outside).toBe(3)
  expect(day.faults.map(({ what, ref }) => [what, ref]).toSorted()).toEqual([
    ['missing', keyOf(2)],
    ['no permit', expect.stringMatching(/^<.+>$/)],
    ['no permit', keyOf(0)],
    ['no permit', keyOf(1)],
  ])
})

test('a vendor that cannot be asked is named, and proves nothing', async () => {
  cloud.graph.setFaults([{ fault: '500', times: 1000, match: 'sentDateTime' }])
  await playTo(morning(3), addDays(morning(3), 1))
  const day = await proofOfDay('2027-03-04')
  expect(day.unread).toMatchObject([{ place: 'outlook' }])
  expect(day.faults).toEqual([])
})

/** An act of ours that is marked done without its comment being anywhere. */
async function pretendDone(): Promise<void> {
  const acts = connectActs(cloud.table)
  const [like] = (await acts.ofProject('SP')).filter(({ kind }) => kind === 'email_stakeholder')
  if (like?.status !== 'done') throw new Error('No mail went.')
  const receipt = { ...like.receipt, id: '99999', at: addMinutes(morning(2), 20).toISOString() }
  const payload = { kind: 'jira_comment' as const, key: keyOf(2), text: actProperty }
  const pretended = {
    ...like,
    id: 'PRETENDED',
    version: 1,
    kind: payload.kind,
    ref: keyOf(2),
    payload,
    receipt,
  }
  await acts.save(pretended, { events: [] })
}

async function documentsOn(day: string): Promise<number> {
  const prefixes = artefactType.options.map((type) => artefactChangeSk(type, 0).replace(/\d+$/, ''))
  const found = prefixes.map((beginsWith) => cloud.table.query(projectPk('SP'), { beginsWith }))
  return (await Promise.all(found)).flat().filter((row) => String(row['at']).startsWith(day)).length
}

async function proofOfDay(day: string): Promise<Proof> {
  return proof.parse(await cloud.table.get({ PK: GLOBAL_PK, SK: proofSk(day) }))
}

function playTo(from: Date, until: Date) {
  return play({ cloud, scenario, from, until, log: () => undefined })
}
