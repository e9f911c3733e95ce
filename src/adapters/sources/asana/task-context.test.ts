import { describe, expect, it } from 'vitest'
import { aTask } from '../../../../tests/fixtures/asana-task.ts'
import { taskChanges } from './task-changes.ts'
import type { WholeTask } from './whole-task.ts'

const contextOf = (whole: WholeTask) => taskChanges(whole)[0]?.raw.context
describe('how a task stands', () => {
  it('by its section, unless it is completed or was taken out', () => {
    const inSection = (name: string | null) =>
      contextOf(aTask({ memberships: [{ project: { gid: '77' }, section: name && { gid: '1', name } }] }))
    expect(inSection('In review')).toMatchObject({ status: 'In review', statusCategory: 'indeterminate' })
    expect(inSection('Backlog')).toMatchObject({ status: 'Backlog', statusCategory: 'new' })
    expect(inSection('Untitled section')).toMatchObject({ status: 'No section', statusCategory: 'new' })
    expect(inSection(null)).toMatchObject({ status: 'No section' })
    expect(contextOf(aTask({ completed: true }))).toMatchObject({
      status: 'Completed',
      statusCategory: 'done',
    })
    expect(contextOf(aTask({ memberships: [] }))).toMatchObject({
      ...{ status: 'Taken out of the project', statusCategory: 'done' },
    })
  })

  it('is blocked by section, tag or field', () => {
    const field = { custom_fields: [{ name: 'Progress', display_value: 'Blocked' }] }
    expect(contextOf(aTask(field))).toMatchObject({ flagged: true })
    expect(contextOf(aTask({ tags: [{ name: 'blocked by vendor' }] }))).toMatchObject({ flagged: true })
    expect(contextOf(aTask({ tags: [{ name: 'unblocked' }] }))).toMatchObject({ flagged: false })
    expect(contextOf(aTask())).toMatchObject({ flagged: false })
  })

  it('reads fields by their names, and tasks that stand in the way', () => {
    const fields = [
      { name: 'Priority', display_value: 'High' },
      { name: 'Story points', number_value: 8, display_value: '8' },
      { name: 'Sprint', display_value: 'Sprint 4' },
      { name: 'Acceptance criteria', display_value: 'It opens.' },
    ]
    expect(contextOf(aTask({ custom_fields: fields, dependencies: [{ gid: '9' }] }))).toMatchObject({
      ...{ priority: 'High', points: 8, hasCriteria: true, blockedBy: ['RDR-9'] },
      sprints: [{ name: 'Sprint 4', startAt: null }],
    })
  })

  it('is named as its creator is in a story, and as it was at birth', () => {
    const [created] = taskChanges(
      aTask({}, { resource_subtype: 'name_changed', old_name: 'Readers', new_name: 'x' }),
    )
    expect(created?.raw).toMatchObject({
      ...{ externalId: '100#created', kind: 'created', after: 'Readers', ref: 'RDR-100', project: 'RDR' },
      actor: { name: 'Ray Kline', email: 'ray@x.example' },
    })
  })
})
