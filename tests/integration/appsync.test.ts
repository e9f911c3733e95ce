import { setTimeout as sleep } from 'node:timers/promises'
import { Amplify } from 'aws-amplify'
import { generateClient } from 'aws-amplify/api'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { connectAmplify } from '#app/live/amplify-connection.ts'
import { keepLive } from '#app/live/watchdog.ts'
import { connectAnnouncer } from '#src/adapters/push/announce.ts'
import { mintLiveToken } from '#src/adapters/push/live-token.ts'
import { authorise } from '#src/graphql/authoriser/authoriser.ts'
import type { Noun } from '#src/adapters/push/operations.ts'
import { announceDocument, fields, nouns, subscriptionDocument } from '#src/adapters/push/operations.ts'
import { startAppSync, type RunningAppSync } from '#src/sandbox/appsync/start-appsync.ts'
import { startTrialTable, type TrialTable } from '#src/sandbox/appsync/trial-table.ts'

const iam = { accessKeyId: 'AKSANDBOX', secretAccessKey: 'sandbox-secret' }
const key = 'k'.repeat(32)
const token = (now = new Date()) => mintLiveToken({ sub: 'pm@example.com', key, now }).token

let table: TrialTable
let api: RunningAppSync
const cleanUp: (() => void)[] = []

beforeAll(async () => {
  table = await startTrialTable()
  api = await start()
})
/** Amplify keeps one socket a page: no test inherits another's. */
afterEach(async () => {
  for (const end of cleanUp.splice(0)) end()
  api.dropAll()
  await vi.waitFor(() => expect(api.connections()).toBe(0))
})
afterAll(async () => {
  await api.close()
  table.close()
})

const start = (port = 0) =>
  startAppSync({
    port,
    table,
    iam,
    realNow: () => new Date(),
    authorise: async (given) => authorise(given, { key, now: new Date() }),
  })

const announcer = () => connectAnnouncer({ url: api.url, region: 'eu-west-1', credentials: iam })

/** A subscription of the unmodified Amplify client; `answers` are pushes, `refusals` what ended it. */
function subscribe(noun: Noun, options: { projectId?: string; token?: string } = {}) {
  const url = api.url.replace('http:', 'ws:')
  Amplify.configure({ API: { GraphQL: { endpoint: url, defaultAuthMode: 'lambda' } } })
  const { projectId } = options
  const pushes = generateClient({ endpoint: url, authMode: 'lambda' }).graphql(
    projectId
      ? { query: subscriptionDocument(noun, { scope: 'project' }), variables: { projectId } }
      : { query: subscriptionDocument(noun) },
    async () => ({ Authorization: options.token ?? token() }),
  )
  if (!('subscribe' in pushes)) throw new TypeError('no subscription')
  const answers: unknown[] = []
  const refusals: unknown[] = []
  const subscription = pushes.subscribe({
    next: (message) => answers.push(message.data),
    error: (error: unknown) => refusals.push(error),
  })
  cleanUp.push(() => subscription.unsubscribe())
  return { answers, refusals }
}

async function post(body: object) {
  const init = { method: 'POST', headers: { authorization: token() }, body: JSON.stringify(body) }
  return (await fetch(api.url, init)).json()
}

const act = (id: string, projectId: string, version = 1) => ({ id, projectId, version, kind: 'jira_comment' })

/** Announces until every one of them hears it: a subscription takes a moment to stand. */
const standing = (...listeners: { answers: unknown[] }[]) =>
  vi.waitFor(async () => {
    for (const projectId of ['HRB', 'SP']) await announcer().announce('act', act('standing?', projectId))
    for (const { answers } of listeners) expect(answers.length).toBeGreaterThan(0)
  })

test('a push reaches every subscriber whole, and only those who asked for its project', async () => {
  const all = subscribe('act')
  const harbour = subscribe('act', { projectId: 'HRB' })
  const other = subscribe('act', { projectId: 'SP' })
  await standing(all, harbour, other)
  await announcer().announce('act', { ...act('A1', 'HRB', 3), status: 'done', receiptId: '10042' })
  await vi.waitFor(() => expect(harbour.answers.at(-1)).toMatchObject({ onAct: { id: 'A1' } }))
  const nulls = Object.fromEntries(fields.act.map((name) => [name, null]))
  const whole = { ...nulls, ...act('A1', 'HRB', 3), status: 'done', receiptId: '10042' }
  expect(harbour.answers.at(-1)).toEqual({ onAct: whole })
  expect(all.answers.at(-1)).toEqual(harbour.answers.at(-1))
  expect(JSON.stringify(other.answers)).not.toContain('HRB')
})

test.each([
  ['an expired token', () => token(new Date(Date.now() - 660_000))],
  ['junk with our prefix', () => 'pm1.junk.junk'],
  ['junk', () => 'junk'],
])('%s is refused on connecting', async (_, bad) => {
  const { refusals, answers } = subscribe('event', { token: bad() })
  await vi.waitFor(() => expect(JSON.stringify(refusals)).toContain('UnauthorizedException'))
  expect(answers).toEqual([])
})

test("a browser's announcement is refused and reaches nobody", async () => {
  const listener = subscribe('act')
  await standing(listener)
  const answer = await post({ query: announceDocument('act'), variables: { input: act('forged', 'HRB') } })
  expect(answer.data).toEqual({ announceAct: null })
  await announcer().announce('act', act('true', 'HRB'))
  await vi.waitFor(() => expect(listener.answers.at(-1)).toMatchObject({ onAct: { id: 'true' } }))
  expect(JSON.stringify(listener.answers)).not.toContain('forged')
})

const ask = async (query: string) => (await post({ query })).data
const put = (PK: string, SK: string, rest: object) =>
  table.put({ PK, SK, version: 1, projectId: 'HRB', ...rest })

test('a browser reads the agent and a document by key', async () => {
  expect(await ask('{ agentStatus { id } }')).toEqual({ agentStatus: null })
  await put('CYCLE', 'RUNNING', { id: 'agent', version: 7, blindSources: ['outlook'] })
  await put('PROJECT#HRB', 'ARTEFACT#raid_log', { id: 'HRB#raid_log', version: 2 })
  const agentStatus = { id: 'agent', version: 7, blindSources: ['outlook'], text: null }
  expect(await ask('{ agentStatus { id version blindSources text } }')).toEqual({ agentStatus })
  const artefact = { id: 'HRB#raid_log', version: 2 }
  expect(await ask('{ artefact(projectId: "HRB", type: "raid_log") { id version } }')).toEqual({ artefact })
})

test('a browser lists decisions by status and acts by project, newest first, without permits', async () => {
  for (const [id, at] of Object.entries({ E1: '09:00', E2: '10:00', E3: '08:00' })) {
    await put('PROJECT#HRB', `ESCALATION#${id}`, {
      GSI1PK: 'ESCALATIONS#pending',
      GSI1SK: `${at}#${id}`,
      id,
    })
  }
  const escalations = [{ id: 'E2' }, { id: 'E1' }]
  expect(await ask('{ escalations(status: "pending", limit: 2) { id } }')).toEqual({ escalations })
  for (const id of ['ACT#1', 'ACT#2', 'PERMIT#9']) await put('ACTS#HRB', id, { id })
  expect(await ask('{ acts(projectId: "HRB") { id } }')).toEqual({
    acts: [{ id: 'ACT#2' }, { id: 'ACT#1' }],
  })
})

test('a browser walks the activity of a day back, and forward from a cursor', async () => {
  for (const id of ['08', '09', '10']) {
    const GSI1SK = `2026-10-22T${id}:00:00.000Z#${id}`
    await put('GLOBAL', `EVENT#${GSI1SK}`, { GSI1PK: 'EVENTS#2026-10-22', GSI1SK, id })
  }
  const back = await ask('{ activity(day: "2026-10-22", limit: 2) { id } }')
  expect(back).toEqual({ activity: [{ id: '10' }, { id: '09' }] })
  const forward = await ask('{ activity(after: "2026-10-22T08:00:00.000Z#08") { id } }')
  expect(forward).toEqual({ activity: [{ id: '09' }, { id: '10' }] })
})

/** The page's own link; a fresh token for each attempt, as `/live-token` gives it. */
function watch() {
  const links: string[] = []
  const ids: string[] = []
  const keeper = keepLive({
    open: async (on) => connectAmplify({ url: api.url, token: token() }, on),
    onLink: ({ state }) => links.push(state),
    onPush: (_, { id }) => ids.push(id),
  })
  cleanUp.push(keeper.stop)
  const live = () => vi.waitFor(() => expect(links.at(-1)).toBe('live'), { timeout: 20_000, interval: 20 })
  return { links, ids, live }
}

test('the watchdog heals a drop in under a second, again and again, and then hears all five nouns', async () => {
  const { links, ids, live } = watch()
  await live()
  for (let drop = 1; drop <= 3; drop += 1) {
    api.dropAll()
    const dropped = performance.now()
    await vi.waitFor(() => expect(links.filter((state) => state === 'reconnecting')).toHaveLength(drop))
    await live()
    expect(performance.now() - dropped).toBeLessThan(1_000)
  }
  for (const noun of nouns) await announcer().announce(noun, { id: noun, version: 1, projectId: 'HRB' })
  await vi.waitFor(() => expect(ids).toEqual(nouns))
  expect(api.connections()).toBe(1)
})

test('the watchdog outlives a restart of the API that lasts longer than Amplify tries', async () => {
  const { links, ids, live } = watch()
  await live()
  const { port } = new URL(api.url)
  await api.close()
  await sleep(9_000)
  expect(links.at(-1)).toBe('reconnecting')
  api = await start(Number(port))
  await live()
  await announcer().announce('act', act('after', 'HRB'))
  await vi.waitFor(() => expect(ids).toEqual(['after']))
})
