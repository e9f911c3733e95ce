import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aMatter, aSignal } from '../../tests/fixtures/builders.ts'
import { minutesAfter } from '../../tests/fixtures/desk.ts'
import { aMail } from '../../tests/fixtures/talk.ts'
import { checkEvidence } from './evidence.ts'
import type { Verdict } from './verdict.ts'
import {
  brief,
  briefOf,
  isOpenTicket,
  isTicket,
  joinBriefs,
  matter,
  quoted,
  trackerOf,
  worked,
  type Brief,
} from './matter.ts'

const talk = (minute: number, over: Partial<Brief> = {}): Brief => ({
  ...briefOf(aSignal({ kind: 'comment', text: 'Hello', externalId: `comment-${minute}` })),
  ...{ signalId: `jira/x/comment-${minute}`, at: minutesAfter(minute).toISOString() },
  ...over,
})
const saidBy = (count: number) => Array.from({ length: count }, (_, minute) => talk(minute))

const judged: Verdict = {
  ...{ signalId: 's', importance: 'low', complexity: 'routine', by: 'rules', rule: 'x@1', reason: 'Talk.' },
  at: minutesAfter(0).toISOString(),
}

describe('what a matter keeps of its signals', () => {
  test('is each once, oldest first, in whatever order they came', () => {
    const [first = talk(0), second = talk(1), third = talk(2)] = saidBy(3)
    expect(joinBriefs([third, first], [second, first])).toEqual([first, second, third])
  })

  test('is the newest, and of each kind that says where it stands the newest, however long ago', () => {
    const flag = talk(-60, { signalId: 'flag', kind: 'flag' })
    const older = talk(-70, { signalId: 'older flag', kind: 'flag' })
    const born = talk(-90, { signalId: 'born', kind: 'created' })
    const kept = joinBriefs([born, older, flag], saidBy(60))
    expect(kept.slice(0, 2).map(({ signalId }) => signalId)).toEqual(['born', 'flag'])
    expect(kept).toHaveLength(26)
    expect(kept.at(-1)?.at).toBe(minutesAfter(59).toISOString())
  })

  test('does not depend on how the signals were spread over checks', () => {
    const kinds = fc.constantFrom('comment', 'flag', 'status', 'sprint', 'mail_received')
    fc.assert(
      fc.property(fc.array(kinds, { maxLength: 80 }), fc.nat(80), (list, cut) => {
        const all = list.map((kind, minute) => talk(minute, { kind }))
        const atOnce = joinBriefs([], all)
        expect(joinBriefs(joinBriefs([], all.slice(0, cut)), all.slice(cut))).toEqual(atOnce)
      }),
    )
  })
})

describe('a brief', () => {
  test('of a mail says who wrote to whom, and in which thread', () => {
    const brief = briefOf(aMail({}, { conversationId: 'c7' }))
    expect(brief).toMatchObject({
      ...{ by: 'Niall Keane', email: 'niall@quaypay.com', tainted: false },
      mail: { conversationId: 'c7', folder: 'inbox', to: [{ email: 'morgan@example.com' }] },
    })
  })

  test('of a long text keeps its head, and a quote from the head stands in the signal', () => {
    const signal = aSignal({ kind: 'comment', text: `The crane comes on Monday. ${'More. '.repeat(900)}` })
    const brief = briefOf(signal)
    expect(brief.text.length).toBeLessThan(2000)
    const claim = quoted(brief, 'The crane comes on Monday.')
    expect(checkEvidence([claim], () => signal.text)).toEqual([claim])
    expect(claim.surroundings).toContain('More.')
  })

  test('names Jira where nobody did it, and says of what was set aside that it is tainted', () => {
    expect(briefOf(aSignal({ actor: null })).by).toBe('Jira')
    expect(briefOf(aMail({ setAside: 'It asks for a key.' })).tainted).toBe(true)
    expect(worked({ ...talk(1), url: '' }, 'It is blocked').url).toBeNull()
  })
})

test('a thread is no ticket, and finished work is no open one', () => {
  const { ticket } = aMatter()
  expect(isOpenTicket(aMatter())).toBe(true)
  expect(isOpenTicket(aMatter({ ticket: null }))).toBe(false)
  expect(ticket && isOpenTicket(aMatter({ ticket: { ...ticket, statusCategory: 'done' } }))).toBe(false)
})

describe('a matter', () => {
  test('of a ticket and one of a thread are read back, with what was said', () => {
    const verdict = { ...judged, importance: 'high' as const }
    const mail = briefOf(aMail({ verdict, actor: null, before: 'a', after: 'b' }))
    expect(mail).toMatchObject({
      by: 'a mail without a sender',
      email: '',
      importance: 'high',
      before: 'a',
      after: 'b',
    })
    expect(brief.parse(mail)).toEqual(mail)
    const move = briefOf(aSignal())
    expect(move).toMatchObject({
      importance: null,
      mail: null,
      before: 'Selected for Development',
      after: 'In Progress',
    })
    expect(briefOf(aSignal({ before: null, after: null }))).toMatchObject({ before: null, after: null })
    const both = aMatter({ briefs: [mail, move] })
    expect(matter.parse(both)).toEqual(both)
  })

  test('is a ticket or a thread', () => {
    expect([isTicket(aMatter()), isTicket(aMatter({ ticket: null }))]).toEqual([true, false])
  })

  test('is kept where its ticket is: mail says nothing of that', () => {
    const [mail, asana] = [briefOf(aMail()), briefOf(aSignal({ source: 'asana' }))]
    expect(trackerOf(aMatter({ briefs: [mail, asana] }))).toBe('asana')
    expect(trackerOf(aMatter({ briefs: [mail] }))).toBe('jira')
  })
})

test('a quote stands among the words around it, a third of them before it', () => {
  const text = `${'a'.repeat(900)} When? ${'b'.repeat(500)}`
  const { surroundings, url } = quoted({ ...briefOf(aSignal()), text }, 'When?')
  expect(surroundings).toMatch(/^a{199} When\? b+$/)
  expect(surroundings).toHaveLength(600)
  expect(quoted({ ...briefOf(aSignal()), text: 'So: When?' }, 'When?').surroundings).toBe('So: When?')
  expect(url).toBe('https://example.atlassian.net/browse/SP-1')
})
