import { expect, test } from 'vitest'
import { fakeTable } from '../../../tests/fakes/table.ts'
import { aSuggestion } from '../../../tests/fixtures/builders.ts'
import { nine } from '../../../tests/fixtures/desk.ts'
import { connectProposals } from './proposals.ts'

const MOST_ROW_BYTES = 400_000

test('a proposal of more than a row holds comes back whole, and is written the same again', async () => {
  const table = fakeTable()
  const { get, save } = connectProposals(table)
  const acts = Array.from({ length: 400 }, (_, n) =>
    aSuggestion({ ref: `SP-${n}`, why: 'Much to say. '.repeat(200) }),
  )
  const bare = { drafts: [], over: [], updates: [], problems: [], keptBack: [], weighed: [] }
  const whole = { ...bare, projectId: 'SP', slot: nine, page: 1, acts }
  const other = { ...whole, page: 11, acts: acts.slice(0, 1) }
  await save(whole)
  await save(other)
  await save(whole)
  expect(await get('SP', nine, 1)).toEqual(whole)
  expect(await get('SP', nine, 11)).toEqual(other)
  const sizes = table.rows().map((row) => Buffer.byteLength(JSON.stringify(row)))
  expect(Math.max(...sizes)).toBeLessThan(MOST_ROW_BYTES)
})
