import { expect, it } from 'vitest'
import { shaped } from './shape.ts'

const task = {
  ...{ gid: '1', resource_type: 'task', name: 'A', notes: 'long', old_dates: { due_on: null } },
  assignee: { gid: '4', resource_type: 'user', name: 'Ray', email: 'ray@x.example' },
  memberships: [{ project: { gid: '7', name: 'P' }, section: { gid: '8', name: 'S' } }],
}

it('gives what is asked for and the gid, and nothing else', () => {
  expect(shaped(task, 'name,old_dates', 'full')).toEqual({ gid: '1', name: 'A', old_dates: { due_on: null } })
  expect(shaped(task, 'assignee', 'full')).toEqual({
    gid: '1',
    assignee: { gid: '4', resource_type: 'user' },
  })
  expect(shaped(task, 'assignee.name,memberships.section.name', 'full')).toEqual({
    ...{ gid: '1', assignee: { gid: '4', name: 'Ray' } },
    memberships: [{ section: { gid: '8', name: 'S' } }],
  })
})

it('gives the whole record, or in a list its compact form, where nothing is asked for', () => {
  expect(shaped(task, null, 'full')).toEqual(task)
  expect(shaped(task, null, 'compact')).toEqual({ gid: '1', resource_type: 'task', name: 'A' })
})
