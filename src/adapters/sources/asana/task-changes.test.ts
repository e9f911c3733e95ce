import { describe, expect, it } from 'vitest'
import { aTask } from '../../../../tests/fixtures/asana-task.ts'
import { taskChanges } from './task-changes.ts'

const told = (...stories: Record<string, unknown>[]) =>
  taskChanges(aTask({}, ...stories))
    .slice(1)
    .map(({ raw: { kind, before, after, text } }) => ({ kind, before, after, text }))
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
