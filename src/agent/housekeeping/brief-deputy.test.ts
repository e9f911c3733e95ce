import { beforeEach, describe, expect, test } from 'vitest'
import type { Away } from '#src/domain/away.ts'
import { escalation, type Escalation } from '#src/domain/escalation.ts'
import { anExecutorWorld } from '../../../tests/fakes/executor-world.ts'
import { anEscalation } from '../../../tests/fixtures/builders.ts'
import { aDeskOf, aProject, minutesAfter } from '../../../tests/fixtures/desk.ts'
import { mei } from '../../../tests/fixtures/people.ts'
import { briefDeputy } from './brief-deputy.ts'

const WENT = '2026-10-21T15:00:00.000Z'
const away = (over: Partial<Away> = {}): Away => ({
  ...{ since: WENT, until: null, deputy: { id: mei.id, name: 'Mei Tan', projectId: 'SP', news: true } },
  ...over,
})
const raised = (id: string, createdAt: string, over: Partial<Escalation> = {}) =>
  escalation.parse({ ...anEscalation(), id, createdAt, ...over })

let it = anExecutorWorld()
let open: Escalation[] = []
beforeEach(async () => {
  it = anExecutorWorld()
  await it.begin()
  await it.register(mei)
  it.world.away = away()
  open = [raised('OLD', '2026-10-21T14:00:00.000Z'), raised('NEW', '2026-10-21T16:00:00.000Z')]
})

const morning = (day = '2026-10-22') => {
  const deps = { executor: it.deps, projects: async () => [aProject()] }
  const escalations = async (status: 'pending' | 'expired') => (status === 'pending' ? open : [])
  return briefDeputy({ ...deps, escalations }, { day, desk: aDeskOf() })
}
const mails = async () =>
  (await it.acts.ofProject('SP')).flatMap(({ payload, status }) =>
    payload.kind === 'email_stakeholder' ? [{ status, text: payload.text }] : [],
  )

describe('while the PM is away, the deputy', () => {
  test('is told once what has come since they were briefed, without a word of anybody else', async () => {
    await morning()
    await morning()
    const [mail, ...more] = await mails()
    expect(more).toEqual([])
    expect(mail).toMatchObject({ status: 'done' })
    expect(mail?.text).toContain('Since you were last told, 1 more decision waits:\n- SP-1')
    expect(mail?.text).not.toContain(anEscalation().title)
    expect(it.vendor.did).toHaveLength(1)
  })

  test('is told the next morning of what came since then, and of nothing again', async () => {
    await morning()
    it.world.now = minutesAfter(24 * 60)
    await morning('2026-10-23')
    expect(await mails()).toHaveLength(1)
    open.push(raised('LATER', '2026-10-22T12:00:00.000Z', { refs: ['<mail@x.example>'] }))
    await morning('2026-10-23')
    expect((await mails()).map(({ text }) => text).join()).toContain(
      '1 more decision waits:\n- SP, about a mail',
    )
    expect(it.vendor.did).toHaveLength(2)
  })

  test.each<[string, () => void]>([
    [
      'the PM did not say so',
      () => (it.world.away = away({ deputy: { id: mei.id, name: '', projectId: 'SP' } })),
    ],
    ['the leave is over', () => (it.world.away = away({ until: '2026-10-22T00:00:00.000Z' }))],
    ['the PM is here', () => (it.world.away = null)],
    ['it is a day off', () => (it.world.now = new Date('2026-10-24T08:00:00.000Z'))],
    ['the dial is at Observe', () => (it.world.dial = 'monitoring')],
    ['nothing is new', () => open.splice(1)],
  ])('is told nothing where %s', async (_, pose) => {
    pose()
    await morning()
    expect(await mails()).toEqual([])
  })

  test('is told nothing outside the company, on leave, or where they are never to be contacted', async () => {
    for (const [n, over] of [
      { class: 'external' as const },
      { leave: { from: '2026-10-20', to: '2026-10-30' } },
      { neverContact: true },
    ].entries()) {
      const known = anExecutorWorld()
      await known.begin()
      await known.register({ ...mei, ...over })
      known.world.away = away()
      it = known
      await morning()
      expect(await mails(), String(n)).toEqual([])
    }
  })

  test('waits for the end of a pause', async () => {
    it.world.paused = true
    await morning()
    expect(await mails()).toMatchObject([{ status: 'planned' }])
    expect(it.vendor.requests).toBe(0)
  })
})
