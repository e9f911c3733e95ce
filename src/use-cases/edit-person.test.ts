import { expect, test } from 'vitest'
import { fakeTable } from '../../tests/fakes/table.ts'
import { NINE } from '../../tests/fixtures/desk.ts'
import { jonas, mei } from '../../tests/fixtures/people.ts'
import { connectPeople } from '#src/adapters/dynamo/people.ts'
import { idFor } from '#src/adapters/ids.ts'
import { editPerson, NoDeputy } from './edit-person.ts'
import { NoSuchPerson } from './refusals.ts'

const by = 'Noa Feld'

async function aRegister() {
  const table = fakeTable()
  const people = connectPeople(table)
  for (const each of [mei, jonas]) await people.save(each)
  const deps = { now: () => NINE, newId: idFor, people }
  const edit = (over: object, which: object = {}) =>
    editPerson(deps, {
      ...{ projectId: 'WTL', id: mei.id, version: 1, says: { ...mei, ...over }, by },
      ...which,
    })
  return { edit, people, said: () => table.rows().flatMap(({ text }) => text ?? []) }
}

test('what the PM says of somebody is kept, theirs, and stands in the log', async () => {
  const { edit, people, said } = await aRegister()
  await edit({ role: 'Tester', neverContact: true, deputy: jonas.id })
  expect(await people.get('WTL', mei.id)).toMatchObject({
    ...{ role: 'Tester', neverContact: true, deputy: jonas.id, version: 2 },
    said: ['role', 'deputy', 'neverContact'],
  })
  expect(said()).toEqual(['Noa Feld edited Mei Tan in the register: role, deputy, never contact'])
})

test('nobody stands in for themselves, and nobody whom the register does not know', async () => {
  const { edit } = await aRegister()
  await expect(edit({ deputy: mei.id })).rejects.toThrow(NoDeputy)
  await expect(edit({ deputy: 'zoe@z.example' })).rejects.toThrow('zoe@z.example is not in the register.')
})

test('who edits what has changed meanwhile, or nobody, is told so and changes nothing', async () => {
  const { edit, people } = await aRegister()
  await expect(edit({}, { version: 0 })).rejects.toThrow(/changed since you opened this/)
  await expect(edit({}, { id: 'zoe@z.example' })).rejects.toThrow(NoSuchPerson)
  expect((await people.get('WTL', mei.id))?.version).toBe(1)
})
