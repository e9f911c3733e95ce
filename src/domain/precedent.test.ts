import { describe, expect, test } from 'vitest'
import { aPerson } from '../../tests/fixtures/people.ts'
import { anEscalation, aSignal } from '../../tests/fixtures/builders.ts'
import { aMemory, aSilence } from '../../tests/fixtures/memories.ts'
import { NINE } from '../../tests/fixtures/desk.ts'
import { aMail } from '../../tests/fixtures/talk.ts'
import type { Verdict } from './verdict.ts'
import { asTaught, silencedBy, wouldChange } from './precedent.ts'
import type { Memory } from './memory.ts'

const taughtBy = (...memories: Memory[]) => ({ memories, people: [], at: NINE })
const judged = (importance: Verdict['importance']): Verdict => ({
  ...{ signalId: 's', importance, complexity: 'routine', by: 'rules', rule: 'talk-guess@1', reason: 'Talk.' },
  at: NINE.toISOString(),
})
const bulletin = (over: Parameters<typeof aMail>[0] = {}) =>
  aMail({ title: 'Harbour bulletin 44', text: 'Berths and weather for the coming days.', ...over })

describe('what the PM said of one signal goes for those like it', () => {
  const noise = aMemory(bulletin(), 'noise')

  test('the same sort from the same person', () => {
    const next = bulletin({ title: 'Harbour bulletin 45', text: 'Berths and weather until Sunday.' })
    expect(asTaught(next, judged('medium'), taughtBy(noise))).toMatchObject({
      ...{ importance: 'noise', by: 'rules', rule: 'precedent@1', memoryId: noise.id },
    })
  })

  test.each([
    ['somebody else’s', { actor: { accountId: 'x', name: 'Ada', email: 'ada@x.example' } }],
    [
      'about something else',
      {
        title: 'Harbour bulletin',
        text: 'The crane contract ends: sign until noon, or the berth is lost to Skerra Lines.',
      },
    ],
    ['of another kind', { kind: 'invitation' as const }],
    ['set aside', { setAside: 'It tries to give orders to software.' }],
    ['our own', { ours: true }],
    ['of no project', { projectId: null }],
  ])('not for what is %s', (_, over) => {
    expect(asTaught(bulletin(over), judged('medium'), taughtBy(noise))?.importance).toBe('medium')
  })

  test('what says the same already stands as it was judged', () => {
    const high = aMemory(bulletin(), 'high')
    expect(asTaught(bulletin(), judged('critical'), taughtBy(high))).toEqual(judged('critical'))
  })

  test('what nobody has judged is judged by it, and stays open where nothing was taught', () => {
    expect(asTaught(bulletin(), undefined, taughtBy(noise))?.importance).toBe('noise')
    expect(
      asTaught(aMail({ title: 'Gates', text: 'Nothing alike.' }), undefined, taughtBy(noise)),
    ).toBeUndefined()
  })

  test('the nearest goes first: a person’s word before that about everybody', () => {
    const wide = aMemory(bulletin(), 'high', { who: null })
    const unlike = aMemory(bulletin({ kind: 'invitation' }), 'high')
    for (const memories of [
      [wide, unlike, noise],
      [noise, unlike, wide],
    ])
      expect(asTaught(bulletin(), judged('medium'), taughtBy(...memories))?.importance).toBe('noise')
  })

  test('a class of people, as they stand in the register', () => {
    const niall = aPerson('Niall Keane', { id: 'niall@quaypay.com', class: 'external' })
    const external = aMemory(bulletin(), 'noise', { who: { of: 'class', class: 'external' } })
    const by = (people: (typeof niall)[]) =>
      asTaught(bulletin(), judged('low'), { ...taughtBy(external), people })
    expect(by([niall])?.importance).toBe('noise')
    expect(by([{ ...niall, class: 'sponsor' }])?.importance).toBe('low')
  })

  test('of a change of a ticket: what it did, to which type of ticket, whoever did it', () => {
    const moved = aSignal({ projectId: 'SP', before: 'To Do', after: 'In Review' })
    const taught = taughtBy(aMemory(moved, 'medium'))
    const other = { ...moved, ref: 'SP-9', actor: null }
    expect(asTaught(other, judged('low'), taught)?.importance).toBe('medium')
    expect(asTaught({ ...other, after: 'Done' }, judged('low'), taught)?.importance).toBe('low')
    const bug = { ...other, context: { ...moved.context, issueType: 'Bug' } }
    expect(asTaught(bug, judged('low'), taught)?.importance).toBe('low')
  })
})

describe('what was learned otherwise says nothing of a signal', () => {
  const noise = aMemory(bulletin(), 'noise')
  const silence = aSilence(anEscalation())

  test('a decision that should not have been raised is no word about mail', () => {
    expect(asTaught(bulletin(), judged('medium'), taughtBy(silence))).toEqual(judged('medium'))
    expect(silencedBy([noise], anEscalation())).toBeUndefined()
  })

  test('how one was answered is no word against raising the next', () => {
    const { id, version, projectId, by, at, from, mattered, like } = silence
    const head = { id, version, projectId, by, at, from, mattered, like }
    expect(silencedBy([{ ...head, teaches: 'choice', chose: 'Ask' }], anEscalation())).toBeUndefined()
  })

  test('how hard it is stays as it was judged', () => {
    const hard = { ...judged('medium'), complexity: 'complex' as const }
    expect(asTaught(bulletin(), hard, taughtBy(silence, noise))).toMatchObject({ complexity: 'complex' })
    expect(asTaught(bulletin(), undefined, taughtBy(noise))).toMatchObject({ complexity: 'routine' })
  })

  test('what the PM words anew takes the place of what they said before', () => {
    const past = [bulletin({ id: 'a', verdict: judged('noise') })]
    const anew = { ...aMemory(bulletin(), 'noise'), id: noise.id, at: '2026-01-01T00:00:00.000Z' }
    const loud = { ...aMemory(bulletin(), 'high'), id: noise.id }
    expect(wouldChange(anew, past, taughtBy(loud))).toEqual([])
    expect(wouldChange({ ...anew, id: 'older' }, past, taughtBy(loud)).map(({ id }) => id)).toEqual(['a'])
  })
})

test('what it would have changed is counted by the same judgement, over those that were sorted', () => {
  const past = [
    bulletin({ id: 'a', verdict: judged('medium') }),
    bulletin({ id: 'b', verdict: judged('noise') }),
    bulletin({ id: 'c', verdict: null }),
    bulletin({ id: 'd', verdict: judged('medium'), setAside: 'Orders.' }),
    aMail({ id: 'e', verdict: judged('medium'), title: 'Gates', text: 'Nothing alike.' }),
  ]
  const changed = wouldChange(aMemory(bulletin(), 'noise'), past, taughtBy())
  expect(changed.map(({ id }) => id)).toEqual(['a'])
})

describe('decisions that should not have been raised', () => {
  const asked = anEscalation({ importance: 'high' })
  test('are those of the playbook and the matter, until one weighs more', () => {
    const silence = aSilence(asked)
    expect(silencedBy([silence], asked)).toBe(silence)
    expect(silencedBy([silence], { ...asked, rule: `${silence.like.rule}@99` })).toBe(silence)
    expect(silencedBy([silence], { ...asked, importance: 'medium' })).toBe(silence)
    expect(silencedBy([silence], { ...asked, importance: 'critical' })).toBeUndefined()
    expect(silencedBy([silence], { ...asked, matterId: 'SP-9' })).toBeUndefined()
    expect(silencedBy([silence], { ...asked, rule: 'another@1' })).toBeUndefined()
  })
  test('or of the playbook, whatever they are about', () => {
    const silence = aSilence(asked, null)
    expect(silencedBy([silence], { ...asked, matterId: 'SP-9' })).toBe(silence)
  })
})
