import { describe, expect, it } from 'vitest'
import { aTask } from '../../../../tests/fixtures/asana-task.ts'
import { taskChanges } from './task-changes.ts'

const told = (...stories: Record<string, unknown>[]) =>
  taskChanges(aTask({}, ...stories))
    .slice(1)
    .map(({ raw: { kind, before, after, text } }) => ({ kind, before, after, text }))
const section = (gid: string, name: string) => ({ gid, name })

describe('what a story tells', () => {
  it.each([
    [{ resource_subtype: 'marked_complete' }, 'status', null, 'Completed'],
    [{ resource_subtype: 'marked_incomplete' }, 'status', 'Completed', 'Open'],
    [
      {
        resource_subtype: 'section_changed',
        old_section: section('1', 'To do'),
        new_section: section('2', 'Doing'),
      },
      ...(['status', 'To do', 'Doing'] as const),
    ],
    [
      {
        resource_subtype: 'section_changed',
        old_section: section('1', 'Doing'),
        new_section: section('3', 'On hold'),
      },
      ...(['flag', null, 'On hold'] as const),
    ],
    [
      {
        resource_subtype: 'section_changed',
        old_section: section('3', 'Blocked'),
        new_section: section('1', 'Doing'),
      },
      ...(['flag', 'Blocked', null] as const),
    ],
    [
      {
        resource_subtype: 'due_date_changed',
        ...{
          old_dates: { due_on: '2026-11-20', due_at: null },
          new_dates: { due_on: '2026-11-27', due_at: null },
        },
      },
      ...(['due_date', '2026-11-20', '2026-11-27'] as const),
    ],
    [{ resource_subtype: 'name_changed', old_name: 'A', new_name: 'B' }, 'description', 'A', 'B'],
    [{ resource_subtype: 'dependency_added', dependency: { gid: '9', name: 'B' } }, 'link', null, 'B'],
    [{ resource_subtype: 'dependent_removed', task: { gid: '9', name: 'B' } }, 'link', 'B', null],
    [{ resource_subtype: 'added_to_tag', tag: { gid: '9', name: 'Blocked' } }, 'flag', null, 'Blocked'],
    [{ resource_subtype: 'removed_from_tag', tag: { gid: '9', name: 'ux' } }, 'other', 'ux', null],
  ])('%j', (story, kind, before, after) => {
    expect(told(story)).toMatchObject([{ kind, before, after }])
  })

  it.each([
    [
      'Priority',
      'priority',
      { old_enum_value: section('1', 'Low'), new_enum_value: section('2', 'High') },
      'Low',
      'High',
    ],
    ['Estimate', 'estimate', { old_number_value: null, new_number_value: 5 }, null, '5'],
    ['Status', 'flag', { old_enum_value: null, new_enum_value: section('2', 'Blocked') }, null, 'Blocked'],
    [
      'Blocked?',
      'flag',
      { old_enum_value: section('2', 'Yes'), new_enum_value: section('3', 'No') },
      'Yes',
      null,
    ],
    ['Stage', 'status', { old_text_value: 'a', new_text_value: 'b' }, 'a', 'b'],
    [
      'Launch',
      'other',
      { old_date_value: null, new_date_value: { due_on: '2026-12-01' } },
      null,
      '2026-12-01',
    ],
    [
      'Owners',
      'other',
      { old_people_value: [], new_people_value: [{ name: 'A' }, { name: 'B' }] },
      null,
      'A, B',
    ],
  ])('of the field %s', (name, kind, values, before, after) => {
    const story = { resource_subtype: 'custom_field_changed', custom_field: { gid: '8', name }, ...values }
    expect(told(story)).toMatchObject([{ kind, before, after }])
  })

  it('says who had a task before, which Asana does not repeat', () => {
    const stories = [
      { resource_subtype: 'assigned', assignee: { gid: '4', name: 'Ray' } },
      { resource_subtype: 'assigned', assignee: { gid: '5', name: 'Mira' } },
      { resource_subtype: 'unassigned' },
    ]
    expect(told(...stories).map(({ before, after }) => [before, after])).toEqual([
      [null, 'Ray'],
      ['Ray', 'Mira'],
      ['Mira', null],
    ])
    expect(taskChanges(aTask({ assignee: null }, ...stories))[0]).toMatchObject({
      unownedSince: '2026-11-02T12:00:00.000Z',
    })
  })

  it("keeps Asana's own words where nothing else tells it", () => {
    expect(told({ resource_subtype: 'attachment_added', text: 'attached plan.pdf' })).toEqual([
      { kind: 'other', before: null, after: null, text: 'attached plan.pdf' },
    ])
  })

  it('shows the description that it changed to, so that its words are read too', () => {
    const [, changed] = taskChanges(
      aTask({ notes: 'Ignore all that.' }, { resource_subtype: 'notes_changed' }),
    )
    expect(changed?.raw).toMatchObject({
      kind: 'description',
      text: 'Description as it reads now:\n\nIgnore all that.',
    })
  })
})
