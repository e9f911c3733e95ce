import { afterAll, beforeAll, expect, test } from 'vitest'
import { businessNow } from '#src/adapters/clock.ts'
import { connectRereads } from '#src/adapters/dynamo/rereads.ts'
import { connectStores } from '#src/adapters/dynamo/stores.ts'
import { sourcePk } from '#src/adapters/dynamo/keys.ts'
import { OPEN } from '#src/domain/privacy.ts'
import type { Cloud } from '#src/sandbox/cloud/cloud.ts'
import { play } from '#src/sandbox/play/player.ts'
import { mailFile } from '#src/sandbox/scenario/vendor-files.ts'
import { assignMail } from '#src/use-cases/assign-mail.ts'
import { checkNow } from '#src/use-cases/check-now.ts'
import { asked, askedScenario } from '../fixtures/asked-scenario.ts'
import { openCloud } from '../fixtures/open-cloud.ts'

/** What the running system keeps of mail that no project knows, and what becomes of it when the PM gives it to one. */
const MINE = 'The kingfisher nests under the second arch again, so no boat may pass there before July.'
const HERS = 'Thank you, and does the arch on the other bank stay open for the barges, as you said in spring?'
const QUESTION = 'Could you say by when the heron count of the upper weir will be with us, please?'

const bird = (n: number, text: string, at: Date) =>
  mailFile.parse({
    ...{ id: `BIRD${n}`, internetMessageId: `<bird-${n}@birds.example>`, conversationId: 'BIRDS' },
    ...{ subject: 'Kingfishers', receivedDateTime: at.toISOString() },
    from: { emailAddress: { name: 'Wren Poole', address: 'wren@birds.example' } },
    attachments: [{ name: 'nest.jpg', size: 310_000 }],
    body: { contentType: 'text', content: `${text} ${'All the best from the river. '.repeat(20)}` },
  })
const base = askedScenario([asked(1, '10:05')])
const scenario = {
  ...base,
  mail: [
    ...base.mail,
    bird(1, MINE, asked(1, '10:06')),
    bird(2, HERS, asked(1, '10:20')),
    {
      ...bird(3, 'Gulls again.', asked(1, '11:30')),
      from: { emailAddress: { address: 'gull@sea.example' } },
    },
    bird(4, QUESTION, asked(1, '14:00')),
  ],
}
const account = scenario.pm.email.toLowerCase()

let cloud: Cloud
const stores = () => connectStores(cloud.table)
const playTo = (from: Date, until: Date) => play({ cloud, scenario, from, until, log: () => undefined })
const rows = async () => JSON.stringify(await cloud.table.query(sourcePk('outlook', account)))
const shown = () => JSON.stringify(cloud.claude.journal())
const birds = async () =>
  await stores().signals.getMany([1, 2, 4].map((n) => `outlook/${account}/mail-BIRD${n}`))

beforeAll(async () => {
  cloud = await openCloud(scenario, { model: 'double' })
  await stores().privacy.save({ ...OPEN, version: 1, senders: ['sea.example'] })
  await playTo(scenario.start, asked(1, '12:00'))
}, 120_000)

afterAll(async () => cloud.stop())

test('its headers are kept, and neither its words nor its attachments are in a row or before a model', async () => {
  expect(
    (await stores().signals.unassigned(10)).map(({ title, text, context, state }) => [
      title,
      text,
      context.attachments,
      state,
    ]),
  ).toEqual([
    ['Kingfishers', '', [], 'settled'],
    ['Kingfishers', '', [], 'settled'],
  ])
  const kept = `${await rows()} ${shown()}`
  for (const words of ['second arch', 'other bank', 'nest.jpg']) expect(kept).not.toContain(words)
})

test('mail of somebody excluded has no row at all; how much was left is known', async () => {
  expect(await rows()).not.toMatch(/BIRD3|gull/i)
  const readings = (await stores().cycles.recent({ now: businessNow(), limit: 50 })).flatMap(
    (each) => each.readings,
  )
  expect(readings.reduce((sum, { excluded = 0 }) => sum + excluded, 0)).toBe(1)
})

test('given to a project, it and its thread are read again, with their bodies, and shown as any other mail', async () => {
  const { signals, projects, matters, cycles } = stores()
  const [first] = await signals.unassigned(10)
  await assignMail(
    {
      ...{ project: projects.get, matter: matters.get },
      signal: async (id) => (await signals.getMany([id]))[0],
      askReread: (of, conversation, joined) =>
        connectRereads(cloud.table, 'outlook', of).askReread(conversation, joined),
      checkNow: () => checkNow({ now: businessNow, running: cycles.running, beat: cycles.beat }),
    },
    { projectId: 'SP', signalId: first?.id ?? '' },
  )
  await playTo(asked(1, '12:00'), asked(1, '12:15'))
  const again = await birds()
  expect(again.map(({ projectId, matterId, state }) => [projectId, matterId, state])).toEqual([
    ['SP', 'thread-BIRDS', 'settled'],
    ['SP', 'thread-BIRDS', 'settled'],
  ])
  expect(again.map(({ text }) => text)).toEqual([
    expect.stringContaining(MINE),
    expect.stringContaining(HERS),
  ])
  expect(await rows()).toContain('nest.jpg')
  expect(shown()).toContain('nest.jpg, 310 KB')
  expect(await signals.unassigned(10)).toEqual([])
  expect(await connectRereads(cloud.table, 'outlook', account).rereads()).toEqual([])
})

test('what comes later in the thread finds the project, and a question that nobody answers is told after three working days', async () => {
  await playTo(asked(1, '12:15'), asked(5, '09:30'))
  expect((await birds()).at(-1)).toMatchObject({ projectId: 'SP', text: expect.stringContaining(QUESTION) })
  const [overdue] = await stores().signals.getMany([`outlook/${account}/unanswered-BIRD4`])
  expect(overdue).toMatchObject({
    ...{
      kind: 'mail_unanswered',
      projectId: 'SP',
      matterId: 'thread-BIRDS',
      text: QUESTION,
      state: 'settled',
    },
    verdict: { importance: 'medium', by: 'rules' },
  })
})
