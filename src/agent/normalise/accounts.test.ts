import { expect, test } from 'vitest'
import { aSignal, context } from '../../../tests/fixtures/builders.ts'
import { aProject } from '../../../tests/fixtures/desk.ts'
import { jonas, mei } from '../../../tests/fixtures/people.ts'
import { withAccounts } from './accounts.ts'
import { Board } from './board.ts'

const picture = { project: aProject(), matters: [], people: [mei, jonas], memories: [] }
const byMei = (accountId: string) =>
  aSignal({ context: { ...context, assignee: { accountId, name: mei.name, email: mei.id.toUpperCase() } } })

test('the register learns the Jira account of whoever a ticket names, once, and when it changes', () => {
  const [learned, ...more] = withAccounts([byMei('acc-mei'), byMei('acc-mei')], new Board([picture]))
  expect(learned).toMatchObject({ id: mei.id, accountId: 'acc-mei', version: mei.version + 1 })
  expect(more).toEqual([])
  const knows = new Board([{ ...picture, people: [{ ...mei, accountId: 'acc-mei' }] }])
  expect(withAccounts([byMei('acc-mei'), byMei('unknown')], knows)).toEqual([])
  expect(withAccounts([byMei('acc-new')], knows)).toMatchObject([{ accountId: 'acc-new' }])
})

test('nobody is learned from Asana, and who joined on this page has theirs already', () => {
  const board = new Board([picture])
  board.meet({ ...mei, projectId: 'SP', accountId: 'acc-mei' })
  expect(withAccounts([byMei('acc-other')], board)).toEqual([])
  expect(withAccounts([{ ...byMei('acc-mei'), source: 'asana' }], new Board([picture]))).toEqual([])
})
