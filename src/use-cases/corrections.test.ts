import { beforeEach, describe, expect, test } from 'vitest'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { connectMatters } from '#src/adapters/dynamo/matters.ts'
import { connectMemories } from '#src/adapters/dynamo/memories.ts'
import { connectPeople } from '#src/adapters/dynamo/people.ts'
import { matterRow, signalRow } from '#src/adapters/dynamo/rows.ts'
import { connectSignals } from '#src/adapters/dynamo/signals.ts'
import { idFor } from '#src/adapters/ids.ts'
import type { Signal } from '#src/domain/signal.ts'
import type { Importance } from '#src/domain/verdict.ts'
import { aDecisionDesk } from '../../tests/fakes/decision-desk.ts'
import { fakeTable } from '../../tests/fakes/table.ts'
import { aMatter, anEscalation } from '../../tests/fixtures/builders.ts'
import { aProject, NINE, nine } from '../../tests/fixtures/desk.ts'
import { aMail } from '../../tests/fixtures/talk.ts'
import { correctDecision, silenceLesson } from './correct-decision.ts'
import { correctSignal, findSignal, lessonOf } from './correct-signal.ts'
import { decide } from './decide.ts'
import { dismiss } from './dismiss.ts'
import { bringBack } from './put-off.ts'
import { NoSuchMemory, NoSuchSignal, NotTeachable } from './refusals.ts'
import { editMemory, forgetMemory, viewMemories, type MemoryEdit } from './rule-memory.ts'
import { undoDecision } from './undo-decision.ts'

const table = () => {
  const on = fakeTable()
  const memories = connectMemories(on)
  const deps = {
    ...{ now: () => NINE, newId: idFor, project: async () => aProject(), memories },
    ...{ signals: connectSignals(on), matters: connectMatters(on), people: connectPeople(on) },
  }
  const said = () =>
    on
      .rows()
      .filter(({ type }) => type === 'event')
      .map((row) => String(row['text']))
  return { on, deps, memories, said }
}
let it = table()
beforeEach(() => {
  it = table()
})

const bulletin = (n: number, judged: Importance = 'medium') =>
  aMail({
    ...{
      id: `outlook/m/b${n}`,
      externalId: `b${n}`,
      title: `Harbour bulletin ${n}`,
      text: 'Berths and weather.',
    },
    verdict: {
      ...{ signalId: `outlook/m/b${n}`, importance: judged, complexity: 'routine', by: 'model' },
      ...{ rule: 'classify@2', reason: 'Says so.', at: nine },
    },
  })
const kept = async (...signals: Signal[]) => {
  for (const each of signals) await it.on.write([{ put: signalRow(each) }])
  await it.on.write([{ put: matterRow(aMatter({}, signals)) }])
}
const place = { projectId: 'SP', signalId: 'outlook/m/b1' }

describe('wrong, of a change or a mail', () => {
  beforeEach(() =>
    kept(bulletin(1), bulletin(2), bulletin(3, 'noise'), aMail({ title: 'Gates', text: 'Locked.' })),
  )

  test('says before it is saved what each right answer would have changed', async () => {
    const lesson = await lessonOf(it.deps, await findSignal(it.deps, place))
    expect(lesson).toMatchObject({ past: 3, like: { words: ['harbour', 'bulletin', 'berths', 'weather'] } })
    expect(lesson?.answers).toEqual([
      { importance: 'high', changes: 2 },
      { importance: 'low', changes: 2 },
      { importance: 'noise', changes: 1 },
    ])
  })

  test('is kept with who, when and what it rests on; the verdict stays, and the log says it was wrong', async () => {
    await correctSignal(it.deps, { ...place, importance: 'noise', by: 'Morgan Reid' })
    expect(await it.memories.ofProject('SP')).toMatchObject([
      {
        ...{ by: 'Morgan Reid', at: nine, importance: 'noise', was: 'medium' },
        from: { id: place.signalId },
      },
    ])
    expect((await findSignal(it.deps, place)).verdict?.importance).toBe('medium')
    expect(it.said()).toEqual([
      'Wrong: “Niall Keane: Harbour bulletin 1” is noise, not worth knowing. Others like it are sorted so from now on.',
    ])
  })

  test('said again is the same memory, with the newer answer', async () => {
    await correctSignal(it.deps, { ...place, importance: 'noise', by: 'Morgan Reid' })
    await correctSignal(it.deps, { ...place, importance: 'low', by: 'Morgan Reid' })
    expect(await it.memories.ofProject('SP')).toMatchObject([{ importance: 'low', version: 2 }])
  })

  test('is refused of what is another project’s, and of what was set aside', async () => {
    const wrong = { importance: 'noise' as const, by: 'Morgan Reid' }
    await expect(correctSignal(it.deps, { ...place, ...wrong, projectId: 'XX' })).rejects.toThrow(
      NoSuchSignal,
    )
    await kept({ ...bulletin(9), setAside: 'Orders.' })
    const aside = { ...place, signalId: bulletin(9).id }
    await expect(correctSignal(it.deps, { ...aside, ...wrong })).rejects.toThrow(NotTeachable)
    expect(await lessonOf(it.deps, await findSignal(it.deps, aside))).toBeNull()
  })

  test('can be changed and taken away, each said in the log', async () => {
    const { id } = await correctSignal(it.deps, { ...place, importance: 'noise', by: 'Morgan Reid' })
    const which = { projectId: 'SP', id }
    const edit = {
      teaches: 'importance',
      importance: 'low',
      whose: 'class',
      sameType: false,
      words: ['harbour'],
    } satisfies MemoryEdit
    await editMemory(it.deps, { ...which, edit, by: 'Morgan Reid' })
    const { memories } = await viewMemories(it.deps, 'SP')
    expect(memories).toMatchObject([
      { importance: 'low', like: { who: { of: 'class', class: 'stranger' }, words: ['harbour'] } },
    ])
    const silence = { teaches: 'silence', scope: 'sort' } as const
    await expect(editMemory(it.deps, { ...which, edit: silence, by: '' })).rejects.toThrow(NoSuchMemory)
    await forgetMemory(it.deps, which)
    expect((await viewMemories(it.deps, 'SP')).memories).toEqual([])
    await expect(forgetMemory(it.deps, which)).rejects.toThrow(NoSuchMemory)
    expect(it.said().slice(1)).toEqual([
      'Changed in the memory: routine, learned from “Niall Keane: Harbour bulletin 1”',
      'Taken out of the memory: routine, learned from “Niall Keane: Harbour bulletin 1”',
    ])
  })
})

describe('what a decision teaches', () => {
  const which = { projectId: 'SP', escalationId: 'E1' }
  const morgan = { by: 'Morgan Reid', device: 'Firefox on Linux' }
  const desk = async () => {
    const made = await aDecisionDesk(anEscalation({ importance: 'high' }))
    const escalations = connectEscalations(made.table)
    const memories = connectMemories(made.table)
    const more = { ofProject: escalations.ofProject, memory: memories.get, saveMemories: memories.save }
    return { ...made, deps: { ...made.deps, ...more }, memories: () => memories.ofProject('SP') }
  }

  test('a choice is remembered until it is taken back', async () => {
    const { deps, memories } = await desk()
    await decide(deps, { ...which, ...morgan, optionId: 'A' })
    expect(await memories()).toMatchObject([
      {
        teaches: 'choice',
        chose: 'Ask who takes it',
        like: { rule: 'blocked-without-owner', matterId: 'SP-1' },
      },
    ])
    await undoDecision(deps, { ...which, by: morgan.by })
    expect(await memories()).toEqual([])
  })

  test('not a problem: such a one is not raised again about this matter, until it is brought back', async () => {
    const { deps, memories } = await desk()
    await dismiss(deps, { ...which, by: morgan.by, reason: 'not_a_problem' })
    expect(await memories()).toMatchObject([{ teaches: 'silence', reason: 'not_a_problem', weight: 'high' }])
    await bringBack(deps, which)
    expect(await memories()).toEqual([])
    await dismiss(deps, { ...which, by: morgan.by, reason: 'already_handled' })
    expect(await memories()).toEqual([])
  })

  test('wrong closes it, and says before how many others would not have been raised', async () => {
    const { deps, memories, escalations, said } = await desk()
    const asked = anEscalation({ importance: 'high' })
    await escalations.save({ ...asked, id: 'E2' }, { events: [] })
    await escalations.save({ ...asked, id: 'E3', matterId: 'SP-9' }, { events: [] })
    await escalations.save({ ...asked, id: 'E4', importance: 'critical' }, { events: [] })
    expect(await silenceLesson(deps, asked)).toEqual({ past: 3, changes: { matter: 1, sort: 2 } })
    await correctDecision(deps, { ...which, by: morgan.by, scope: 'sort' })
    expect(await escalations.get('SP', 'E1')).toMatchObject({ status: 'dismissed' })
    expect(await memories()).toMatchObject([{ teaches: 'silence', like: { matterId: null } }])
    expect(said().at(-1)).toMatch(/^Wrong: “.+” should not have been raised\. Others of this sort are not/)
  })

  test('wrong, said of one that was answered, takes the place of that answer in the memory', async () => {
    const { deps, memories, escalations } = await desk()
    await decide(deps, { ...which, ...morgan, optionId: 'A' })
    await correctDecision(deps, { ...which, by: morgan.by, scope: 'matter' })
    expect(await memories()).toMatchObject([{ teaches: 'silence', like: { matterId: 'SP-1' }, version: 2 }])
    expect(await escalations.get('SP', 'E1')).toMatchObject({ status: 'decided' })
  })
})
