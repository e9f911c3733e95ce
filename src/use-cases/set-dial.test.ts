import { describe, expect, test } from 'vitest'
import { anAct } from '../../tests/fixtures/builders.ts'
import { NINE, nine } from '../../tests/fixtures/desk.ts'
import { aTrustDesk } from '../../tests/fakes/trust-desk.ts'
import type { Act } from '#src/domain/act.ts'
import type { AutonomyLevel } from '#src/domain/project.ts'
import { NoSuchProject, NotEarned, TooLate } from './refusals.ts'
import { dialSettings, setDial } from './set-dial.ts'

const by = 'Morgan Reid'
const turnTo = (level: AutonomyLevel, version = 1) => ({ projectId: 'SP', version, level, by })
const receipt = { id: '1', url: null, at: nine }
const approved = (id: string, over: Partial<Act> = {}) =>
  anAct({ status: 'done', outcome: 'approved', receipt }, { id, ...over })

test('the dial is turned once; who read it before is told so', async () => {
  const { deps, stores } = await aTrustDesk()
  expect(await setDial(deps, turnTo('artefact'))).toMatchObject({ autonomyLevel: 'artefact', version: 2 })
  expect(await stores.projects.get('SP')).toMatchObject({ dialTurn: { by: 'pm', at: nine } })
  await expect(setDial(deps, turnTo('monitoring'))).rejects.toThrow(TooLate)
  await expect(setDial(deps, { ...turnTo('artefact'), projectId: 'XX' })).rejects.toThrow(NoSuchProject)
})

describe('turning it up needs evidence, and down needs none', () => {
  test('six clean days are one too few for Maintain, and the refusal says so; seven are enough', async () => {
    const it = await aTrustDesk({ autonomyLevel: 'monitoring' })
    await it.checkedFor(6)
    const refused = setDial(it.deps, turnTo('artefact'))
    await expect(refused).rejects.toThrow(NotEarned)
    await expect(refused).rejects.toThrow('Maintain is not earned yet: 6 of 7 clean days; 1 more.')
    expect(await it.dial()).toBe('monitoring')
    await it.checkedFor(7)
    await setDial(it.deps, turnTo('artefact'))
    expect(await it.dial()).toBe('artefact')
  })

  test('Act wants fourteen, and five communications with the PM’s word', async () => {
    const it = await aTrustDesk({ autonomyLevel: 'artefact' })
    await it.checkedFor(10)
    await it.put(...['1', '2', '3'].map((id) => approved(id)))
    await expect(setDial(it.deps, turnTo('tactical'))).rejects.toThrow(
      'Act is not earned yet: 10 of 14 clean days; 4 more. 3 of 5 approved communications; 2 more.',
    )
    await it.checkedFor(14)
    await it.put(...['4', '5'].map((id) => approved(id)))
    await setDial(it.deps, turnTo('tactical'))
    expect(await it.dial()).toBe('tactical')
  })

  test('silence is no approval, and a text that was written anew is none', async () => {
    const it = await aTrustDesk({ autonomyLevel: 'artefact' })
    await it.checkedFor(30)
    const edit = (share: number) => ({ share, by, at: nine, before: { subject: null, text: 'x' } })
    await it.put(
      ...['1', '2', '3', '4'].map((id) => approved(id)),
      anAct({ status: 'done', outcome: 'lapsed', receipt }, { id: '5' }),
      anAct({ status: 'done', outcome: 'edited', receipt }, { id: '6', edit: edit(0.6) }),
      approved('7', { kind: 'jira_status_change' }),
    )
    await expect(setDial(it.deps, turnTo('tactical'))).rejects.toThrow('4 of 5 approved communications')
    await it.put(anAct({ status: 'done', outcome: 'edited', receipt }, { id: '8', edit: edit(0.2) }))
    await setDial(it.deps, turnTo('tactical'))
  })

  test('what was earned before the dial was lowered by rule does not count', async () => {
    const demoted = { at: '2026-10-18T10:00:00.000Z', because: 'Two were marked wrong.' }
    const dialTurn = { by: 'rule' as const, at: demoted.at, demoted }
    const it = await aTrustDesk({ autonomyLevel: 'monitoring', dialTurn })
    await it.checkedFor(30)
    await expect(setDial(it.deps, turnTo('artefact'))).rejects.toThrow('3 of 7 clean days; 4 more.')
  })

  test('down it goes with nothing behind it', async () => {
    const it = await aTrustDesk()
    await setDial(it.deps, turnTo('monitoring'))
    expect(await it.dial()).toBe('monitoring')
  })
})

test('every setting says what turning to it will do', () => {
  const held = anAct({ status: 'held', heldUntil: NINE.toISOString() }, { kind: 'email_stakeholder' })
  const awaiting = anAct({ status: 'awaiting', waitsUntil: nine })
  const effects = (now: AutonomyLevel, acts: Act[]) =>
    Object.fromEntries(dialSettings(now, acts).map((each) => [each.name, each.effects.slice(1)]))
  const kept = '3 waiting mails will be held for you: at its time each is shown to you and not sent.'
  expect(effects('tactical', [held, held, held])).toEqual({ Observe: [kept], Maintain: [kept], Act: [] })
  expect(effects('artefact', [awaiting])).toEqual({
    Observe: ['1 thing waits for your word and cannot be sent until you turn the dial up again.'],
    Maintain: [],
    Act: [
      '1 thing waits for your word, and will still.',
      'It needs 14 clean days and 5 approved communications.',
    ],
  })
  expect(effects('monitoring', [])).toMatchObject({ Maintain: ['It needs 7 clean days.'] })
})
