import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Ask, Asked } from '#src/asking/ask.ts'
import { HAIKU } from '#src/domain/prices.ts'
import type { Signal } from '#src/domain/signal.ts'
import { aSignal } from '../../../tests/fixtures/builders.ts'
import { NINE } from '../../../tests/fixtures/desk.ts'
import { askInBatches, type SignalQuestion } from './ask-in-batches.ts'

type Said = { id: string; word: string }
const question: SignalQuestion<Said> = {
  prompt: {
    ...{ step: 'classify', version: 'test@1', model: HAIKU, maxTokens: 100, system: 'Say a word.' },
    schema: z.object({ signals: z.array(z.object({ id: z.string(), word: z.string() })) }),
  },
  most: 2,
  content: (signals) => signals.map(({ externalId }) => externalId).join(' '),
}
const one = (externalId: string, projectId = 'SP') => aSignal({ externalId, projectId })

/** Asks about these; a service that is there speaks of the first signal of each batch only. */
async function asked(signals: Signal[], isThere = true) {
  const happened: string[] = []
  const ask: Ask = async <T>({ content, projectId, schema }: Parameters<Ask>[0]): Promise<Asked<T>> => {
    happened.push(`asked ${projectId}: ${content}`)
    if (!isThere) return { kind: 'no answer', why: 'unavailable' }
    const answer = schema.parse({ signals: [{ id: 's1', word: `of ${content}` }] }) as T
    return { kind: 'answered', answer, bought: true }
  }
  const saveSignals = async (saved: Signal[]) =>
    void happened.push(`saved ${saved.map(({ title }) => title).join(', ')}`)
  await askInBatches(
    { ask, saveSignals, realNow: () => NINE },
    question,
    { signals, timeZone: 'Europe/London' },
    (each, said) => ({ ...each, title: `${each.externalId} ${said?.word ?? 'by rules'}` }),
  )
  return happened
}

test('one project at a time, and each batch is saved before the next is asked', async () => {
  expect(await asked([one('a'), one('x', 'WTL'), one('b'), one('c')])).toEqual([
    'asked SP: a b',
    'saved a of a b, b by rules',
    'asked SP: c',
    'saved c of c',
    'asked WTL: x',
    'saved x of x',
  ])
})

test('a service that is not there is asked once, and every signal is saved all the same', async () => {
  expect(await asked([one('a'), one('x', 'WTL')], false)).toEqual([
    'asked SP: a',
    'saved a by rules',
    'saved x by rules',
  ])
})
