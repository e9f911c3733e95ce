import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { performance } from 'node:perf_hooks'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { escalationRow, signalKey } from '#src/adapters/dynamo/rows.ts'
import { connectTable, documentClient, type Row, type Table, type Write } from '#src/adapters/dynamo/table.ts'
import { env, rereadEnv } from '#src/adapters/env.ts'
import { localEnvironment } from '#src/adapters/local-environment.ts'
import { createTable } from '#src/sandbox/cloud/create-table.ts'
import { startDatabase } from '#src/sandbox/cloud/dynoxide.ts'
import { freePorts } from '#src/sandbox/cloud/free-ports.ts'
import { seed } from '#src/sandbox/cloud/seed.ts'
import { decisionDeps } from '#src/sandbox/play/decision-deps.ts'
import { readScenario } from '#src/sandbox/scenario/scenario.ts'
import { decide } from '#src/use-cases/decide.ts'
import { benchLine, type Bench } from './bench.ts'
import { racedDecision, SIGNAL } from './races/raced.ts'

const WARM_UP = 30
const TIMES = 200
const MOST_TIMES_THE_FLOOR = 3
const PROJECT = 'HRB'
type Times = { ours: number[]; one: number[]; rows: number[] }

/** What it takes from a choice being asked for until it is committed, beside the least that this store could take. */
export async function benchDecide(): Promise<Bench[]> {
  const ports = await freePorts()
  const database = await startDatabase({ port: ports.database })
  try {
    const here = localEnvironment(ports, '')
    // Real time: what is measured is not played.
    Object.assign(process.env, here)
    delete process.env['CLOCK_FILE']
    rereadEnv()
    await createTable(database.endpoint, here.APP_TABLE)
    const table = connectTable()
    await seed(table, readScenario('scenarios/harbour'), 'tactical')
    await table.write([{ put: { ...signalKey(SIGNAL), type: 'signal', version: 1 } }])
    return linesOf(await measured(table))
  } finally {
    await database.stop()
  }
}

/** Turn and turn about, so that whatever else the machine does slows all of them. */
async function measured(table: Table): Promise<Times> {
  const times: Times = { ours: [], one: [], rows: [] }
  for (let n = 0; n < WARM_UP + TIMES; n++) {
    const turn = { one: await plainWrite(n), rows: await sameRows(table, n), ours: await chosen(table, n) }
    if (n < WARM_UP) continue
    for (const what of ['ours', 'one', 'rows'] as const) times[what].push(turn[what])
  }
  return times
}

const ASKED = { ConditionExpression: '#version = :one', ExpressionAttributeNames: { '#version': 'version' } }
const IF_STILL_ONE = { ...ASKED, ExpressionAttributeValues: { ':one': 1 } }

/** A decision's row as it waits, and the write by the bare client that any way of answering it needs. */
async function waiting(id: string): Promise<{ TableName: string; Item: Row }> {
  const Item = escalationRow({ ...racedDecision(id), projectId: PROJECT })
  const TableName = env().APP_TABLE
  await documentClient().send(new PutCommand({ TableName, Item }))
  return { TableName, Item: { ...Item, version: 2 } }
}

async function plainWrite(n: number): Promise<number> {
  const put = { ...(await waiting(`F${n}`)), ...IF_STILL_ONE }
  return await timed(() => documentClient().send(new PutCommand(put)))
}

/** Just what a choice writes, on the same conditions, without asking for anything before it. */
async function sameRows(table: Table, n: number): Promise<number> {
  const writes: Write[] = []
  const keeping: Table = { ...table, write: async (all) => void writes.push(...all) }
  await choose(table, keeping, `T${n}`)
  return await timed(() => table.write(writes))
}

const chosen = (table: Table, n: number): Promise<number> => choose(table, table, `D${n}`)

async function choose(table: Table, through: Table, id: string): Promise<number> {
  await connectEscalations(table).save({ ...racedDecision(id), projectId: PROJECT }, { events: [] })
  const choice = { projectId: PROJECT, escalationId: id, optionId: 'A', by: 'Morgan Reid', device: 'bench' }
  return await timed(() => decide(decisionDeps(through), choice))
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function linesOf({ ours, one, rows }: Times): Bench[] {
  const line = (share: number, of: string, floor: number[], peerName: string, target: number | null) => {
    const [mine, peer] = [quantile(ours, share), quantile(floor, share)]
    const ratio = mine / peer
    const ok = target === null || ratio <= target
    const metric = `asked for to committed, ${of}`
    return benchLine({ name: 'decide', metric, unit: 'ms', ours: mine, peer, peerName, ratio, target, ok })
  }
  const plain = 'a plain conditional write of the same rows'
  return [
    line(0.5, 'the median', rows, plain, MOST_TIMES_THE_FLOOR),
    line(0.95, 'all but one in twenty', rows, plain, null),
    line(0.5, 'the median', one, 'a conditional write of the decision’s row alone', null),
  ]
}

const quantile = (of: number[], share: number) =>
  of.toSorted((a, b) => a - b)[Math.floor(of.length * share)] ?? Infinity
