import { expect, test } from 'vitest'
import { z } from 'zod'
import { defineStep } from './step.ts'

const input = z.object({ slot: z.string() })

test('a message that is not a step’s is refused by name, and nothing is wired', async () => {
  let wired = 0
  const step = defineStep({ input, wire: () => (wired += 1), run: async () => 'ran' })
  await expect(step({ slot: 9 })).rejects.toMatchObject({
    name: 'BadInput',
    message: expect.stringContaining('slot:'),
  })
  await expect(step(undefined)).rejects.toMatchObject({
    name: 'BadInput',
    message: expect.stringContaining('input:'),
  })
  expect(wired).toBe(0)
})

test('it is wired once for as long as it is warm', async () => {
  let wired = 0
  const step = defineStep({
    input,
    wire: async () => (wired += 1),
    run: async (deps, { slot }) => `${slot} ${deps}`,
  })
  expect(await Promise.all([step({ slot: 'a' }), step({ slot: 'b' })])).toEqual(['a 1', 'b 1'])
})

test.each([
  ['that rejects', async () => Promise.reject(new Error('No table.'))],
  [
    'that throws at once',
    () => {
      throw new Error('No table.')
    },
  ],
])('a wiring %s is forgotten: the next call tries again', async (_, fail) => {
  let wired = 0
  const wire = () => (++wired === 1 ? fail() : 'table')
  const step = defineStep<{ slot: string }, string, string>({ input, wire, run: async (deps) => deps })
  await expect(step({ slot: 'a' })).rejects.toThrow('No table.')
  expect(await step({ slot: 'b' })).toBe('table')
})
