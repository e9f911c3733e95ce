import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { classifyPrompt } from '#src/agent/prompts/classify-prompt.ts'
import type { Cloud } from '#src/sandbox/cloud/cloud.ts'
import { play } from '#src/sandbox/play/player.ts'
import { replay } from '#src/sandbox/replay/replay.ts'
import { readPrompts, type Settings } from '#src/sandbox/replay/settings.ts'
import { mailFile } from '#src/sandbox/scenario/vendor-files.ts'
import { asked, askedScenario } from '../fixtures/asked-scenario.ts'
import { openCloud } from '../fixtures/open-cloud.ts'

/** What a play has stored, run again: as it was nothing comes out otherwise, and under other settings what they change. */
const base = askedScenario([asked(1, '10:05')])
const left = mailFile.parse({
  ...{ id: 'GAUGE', internetMessageId: '<gauge@mill.example>', conversationId: 'GAUGE' },
  ...{
    subject: 'Mill: weir gauge',
    receivedDateTime: asked(1, '10:20').toISOString(),
    parentFolderId: 'inbox',
  },
  from: { emailAddress: { name: 'olga Miller', address: 'olga@mill.example' } },
  toRecipients: [{ emailAddress: { name: 'Robin Vale', address: 'robin@mill.example' } }],
  body: {
    contentType: 'text',
    content: 'The gauge by the east wall was moved to the west wall.',
  },
})
const scenario = { ...base, mail: [...base.mail, left], end: asked(1, '17:00') }

let cloud: Cloud
const again = (settings: Settings) => replay(cloud.table, scenario, settings)
const GAUGE = { ref: '<gauge@mill.example>', then: { by: 'model', rule: classifyPrompt.version } }

beforeAll(async () => {
  cloud = await openCloud(scenario, { model: 'double' })
  await play({ cloud, scenario, from: scenario.start, until: scenario.end, log: () => undefined })
})
afterAll(async () => cloud.stop())

test('as it was: nothing comes out otherwise, and every answer is the one that was stored', async () => {
  const asIt = await again({})
  expect(asIt).toMatchObject({ sorted: [], decisions: [], acts: [] })
  expect(asIt.asked.then.calls).toBeGreaterThan(0)
  expect(asIt.asked.now).toEqual({ ...asIt.asked.then, anew: 0 })
})

test('with the dial at Observe the mail that was held is only shown', async () => {
  const { acts, sorted } = await again({ dial: 'monitoring' })
  expect(acts).toContainEqual(
    expect.objectContaining({ kind: 'email_stakeholder', then: 'hold', now: 'ask' }),
  )
  expect(sorted).toEqual([])
})

test.each([{ rung: 'rulesOnly' }, { model: 'none' }] as const)(
  '%o: what a model sorted, rules sort',
  async (settings) => {
    const { sorted, asked: spent } = await again(settings)
    expect(sorted).toMatchObject([{ ...GAUGE, now: { by: 'rules', rule: 'mail-guess@1' } }])
    expect(spent.now).toEqual({ calls: 0, anew: 0, costUsd: 0 })
  },
)

test('a rung on which only the small model may be asked keeps what that one said', async () => {
  const { sorted, asked: spent } = await again({ rung: 'haikuOnly' })
  expect(sorted).toEqual([])
  expect(spent.now.calls).toBeLessThanOrEqual(spent.then.calls)
})

test('with another prompt it is asked anew, and nothing else is', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'pm-prompts-')), 'prompts.json')
  writeFileSync(
    file,
    JSON.stringify({ classify: { version: 'classify@trial', system: classifyPrompt.system } }),
  )
  const { asked: spent } = await again({ prompts: readPrompts(file) })
  expect(spent.now).toMatchObject({ calls: spent.then.calls, anew: 1 })
})
