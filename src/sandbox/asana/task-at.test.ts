import { describe, expect, it } from 'vitest'
import { taskFile } from '#src/sandbox/scenario/vendor-files.ts'
import { storyAt, taskAt, timedTask } from './task-at.ts'

const place = (name: string) => ({ project: { gid: '77' }, section: { gid: name, name } })
const story = (day: number, resource_subtype: string, more: Record<string, unknown> = {}) => ({
  ...{ gid: String(day), created_at: `2026-11-0${day}T10:00:00.000Z`, resource_subtype, ...more },
})
const noon = (day: number) => Date.parse(`2026-11-0${day}T12:00:00.000Z`)

/** The task before and after its only story, of the second day. */
function around(now: Record<string, unknown>, subtype: string, more: Record<string, unknown>) {
  const file = taskFile.parse({
    ...{ gid: '1', created_at: '2026-11-01T08:00:00.000Z', memberships: [place('Doing')], ...now },
    stories: [story(2, subtype, more)],
  })
  const timed = timedTask(file)
  return [taskAt(timed, noon(1)), taskAt(timed, noon(2))]
}

describe('a task at a moment', () => {
  it('is not there before it was made', () => {
    const file = taskFile.parse({ gid: '1', created_at: '2026-11-03T08:00:00.000Z', memberships: [] })
    expect(taskAt(timedTask(file), noon(2))).toBeUndefined()
  })

  it.each([
    [{ completed: true }, 'marked_complete', {}, { completed: false, completed_at: null }],
    [{ completed: false }, 'marked_incomplete', {}, { completed: true }],
    [{ name: 'B' }, 'name_changed', { old_name: 'A' }, { name: 'A' }],
    [
      { due_on: '2026-11-20' },
      'due_date_changed',
      { old_dates: { due_on: '2026-11-13' } },
      { due_on: '2026-11-13' },
    ],
    [{ assignee: { gid: '4' } }, 'assigned', { assignee: { gid: '4' } }, { assignee: null }],
    [
      {},
      'section_changed',
      { old_section: place('To do').section, new_section: place('Doing').section },
      { memberships: [place('To do')] },
    ],
    [{}, 'added_to_project', { project: { gid: '77' } }, { memberships: [] }],
    [
      { dependencies: [{ gid: '9' }] },
      'dependency_added',
      { dependency: { gid: '9' } },
      { dependencies: [] },
    ],
    [{ dependents: [] }, 'dependent_removed', { dependency: { gid: '9' } }, { dependents: [{ gid: '9' }] }],
    [{ tags: [{ gid: '5' }] }, 'added_to_tag', { tag: { gid: '5' } }, { tags: [] }],
    [
      { custom_fields: [{ gid: '8', enum_value: { gid: '2', name: 'High' }, display_value: 'High' }] },
      'enum_custom_field_changed',
      { custom_field: { gid: '8' }, old_enum_value: { gid: '1', name: 'Low' } },
      { custom_fields: [{ gid: '8', enum_value: { gid: '1', name: 'Low' }, display_value: 'Low' }] },
    ],
    [
      { custom_fields: [{ gid: '8', number_value: 5, display_value: '5' }] },
      'number_custom_field_changed',
      { custom_field: { gid: '8' }, old_number_value: 3 },
      { custom_fields: [{ gid: '8', number_value: 3, display_value: '3' }] },
    ],
  ])('%j is undone by %s', (now, subtype, more, before) => {
    const [then, after] = around(now, subtype, more)
    expect(then).toMatchObject(before)
    expect(after).toMatchObject(now)
  })
})

describe('a comment at a moment', () => {
  it('is edited from then on', () => {
    const [comment] = taskFile.parse({
      ...{ gid: '1', created_at: '2026-11-01T08:00:00.000Z', memberships: [] },
      stories: [story(2, 'comment_added', { _editedAt: '2026-11-03T10:00:00.000Z', text: 'New' })],
    }).stories
    if (!comment) throw new Error('There is no comment.')
    expect(storyAt(comment, noon(2))).toMatchObject({ is_edited: false, type: 'comment' })
    expect(storyAt(comment, noon(3))).toMatchObject({ is_edited: true })
    expect(storyAt(comment, noon(3))).not.toHaveProperty('_editedAt')
  })
})
