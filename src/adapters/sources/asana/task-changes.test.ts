import { describe, expect, it } from 'vitest'
import { taskChanges } from './task-changes.ts'
import type { WholeTask } from './whole-task.ts'
import { wireStory, wireTask } from './wire.ts'

const ray = { gid: '4', name: 'Ray Kline', email: 'ray@x.example' }
const project = { key: 'RDR', gid: '77' }

/** A task as Asana gives it, with stories at one o'clock, two o'clock and so on. */
function aTask(over: Record<string, unknown> = {}, ...stories: Record<string, unknown>[]): WholeTask {
  const task = {
    ...{ gid: '100', name: 'Card readers', notes: '', completed: false, due_on: null, assignee: ray },
    ...{ created_at: '2026-11-02T08:00:00.000Z', created_by: { gid: '4' }, permalink_url: 'https://a/1' },
    memberships: [{ project: { gid: '77', name: 'Rooms' }, section: { gid: '2', name: 'In progress' } }],
  }
  return {
    task: wireTask.parse({ ...task, ...over }),
    stories: stories.map((story, n) =>
      wireStory.parse({
        ...{ gid: `s${n + 1}`, created_at: `2026-11-02T1${n}:00:00.000Z`, created_by: ray },
        ...{ resource_subtype: 'other', text: 'did something', ...story },
      }),
    ),
    ...{ project, me: '1', editedAt: new Map() },
  }
}

const told = (...stories: Record<string, unknown>[]) =>
  taskChanges(aTask({}, ...stories))
    .slice(1)
    .map(({ raw: { kind, before, after, text } }) => ({ kind, before, after, text }))
const contextOf = (whole: WholeTask) => taskChanges(whole)[0]?.raw.context
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

describe('a comment', () => {
  const comment = (text: string, over: Record<string, unknown> = {}) => ({
    ...{ resource_subtype: 'comment_added', text, ...over },
  })
  const me = { gid: '1', name: 'Elif Demir' }

  it('is ours when we wrote it and it ends with an act', () => {
    const whole = aTask(
      {},
      comment('Hi\n\n[act 01A]', { created_by: me }),
      comment('Hi\n\n[act 01A]'),
      comment('[act 1] x'),
    )
    expect(taskChanges(whole).map(({ raw }) => raw.ours)).toEqual([false, true, false, false])
  })

  it('that names the PM is a mention', () => {
    const kinds = told(
      comment('https://app.asana.com/0/profile/1 please'),
      comment('https://app.asana.com/0/1/list please'),
      comment('https://app.asana.com/0/profile/12 please'),
    ).map(({ kind }) => kind)
    expect(kinds).toEqual(['mention', 'mention', 'comment'])
  })

  it('that was edited has an id of its words, and the time that an event named', () => {
    const idOf = (text: string) => {
      const whole = {
        ...aTask({}, comment(text, { is_edited: true })),
        editedAt: new Map([['s1', '2026-11-03T00:00:00Z']]),
      }
      return taskChanges(whole)[1]?.raw
    }
    expect(idOf('A')?.externalId).toMatch(/^100#story-s1-[0-9a-f]{12}$/)
    expect(idOf('A')?.externalId).not.toBe(idOf('B')?.externalId)
    expect(idOf('A')?.occurredAt).toBe('2026-11-03T00:00:00Z')
  })
})

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
