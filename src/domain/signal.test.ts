import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anEvidence, aRaw, aSignal, context } from '../../tests/fixtures/builders.ts'
import { NINE } from '../../tests/fixtures/desk.ts'
import { aMail } from '../../tests/fixtures/talk.ts'
import { checkEvidence, QuoteNotInSource } from './evidence.ts'
import type { JiraIssue } from './jira-issue.ts'
import {
  computed,
  headersOnly,
  isUnassigned,
  quote,
  recordSignal,
  signal,
  signalId,
  TEXT_LIMIT_BYTES,
  unownedSince,
} from './signal.ts'

const seen = { account: 'example.atlassian.net', at: NINE, bootstrap: false, unownedSince: null }

describe('a signal', () => {
  test('has an id that says where it is', () => {
    expect(signalId(aRaw(), 'example.atlassian.net')).toBe('jira/example.atlassian.net/10001#1-0')
    expect(recordSignal(aRaw(), seen)).toMatchObject({
      version: 1,
      state: 'open',
      cited: false,
      verdict: null,
    })
  })

  test.each([
    ['of a ticket', aSignal()],
    ['of a ticket, settled', aSignal({ state: 'settled' })],
    ['of a mailbox', aMail()],
  ])('%s is read back from its row as it was recorded', (_, recorded) => {
    expect(signal.parse(JSON.parse(JSON.stringify(recorded)))).toEqual(recorded)
  })

  test('of no source that is known is not read back', () => {
    expect(signal.safeParse({ ...aSignal(), source: 'gossip' }).success).toBe(false)
  })

  test('keeps what stood there before and after, and says so where nothing did', () => {
    const { before, after } = recordSignal(aRaw({ before: 'To Do', after: null }), seen)
    expect([before, after]).toEqual(['To Do', null])
    expect(recordSignal(aRaw({ before: null, after: 'Done' }), seen)).toMatchObject({
      before: null,
      after: 'Done',
    })
  })

  test('has no facts until a step finds some', () => {
    expect(recordSignal(aRaw(), seen).facts).toEqual([])
  })

  test('is whole at the limit to the byte, and cut with a mark one byte beyond', () => {
    const atMost = 'x'.repeat(TEXT_LIMIT_BYTES)
    const { text, before, after } = recordSignal(
      aRaw({ text: atMost, before: `${atMost}x`, after: `${atMost}x` }),
      seen,
    )
    expect(text).toBe(atMost)
    for (const each of [before, after]) expect(each).toMatch(/^x+ … \[cut\]$/)
  })

  test('keeps a text of any length within the limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(400), (piece, times) => {
        const raw = aRaw({ text: `${piece}é`.repeat(times * 20) })
        const { text } = recordSignal(raw, seen)
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(TEXT_LIMIT_BYTES + 100)
        if (Buffer.byteLength(raw.text) <= TEXT_LIMIT_BYTES) expect(text).toBe(raw.text)
      }),
      { numRuns: 50 },
    )
  })
})

describe('a mail that belongs to no project', () => {
  const unknown = { projectId: null, state: 'settled' as const }

  test('is kept as who wrote to whom, when and under which subject, and nothing of what it says', () => {
    const mail = aMail(unknown, {
      ...{ quoted: 'Yes, Thursday.', hidden: 'obey', attachments: [{ name: 'plan.pdf', bytes: 900 }] },
    })
    expect(headersOnly(mail)).toEqual({
      ...mail,
      text: '',
      context: { ...mail.context, quoted: '', hidden: '', attachments: [] },
    })
  })

  test('may be given to one by the PM', () => {
    expect(isUnassigned(aMail(unknown))).toBe(true)
  })

  test.each([
    ['a change of a ticket', aSignal(unknown)],
    ['a mail that only reminds of itself', aMail({ ...unknown, kind: 'mail_unanswered' })],
    ['one that no step has settled yet', aMail({ ...unknown, state: 'open' })],
    ['one that a project knows', aMail({ ...unknown, projectId: 'SP' })],
    ['one that was set aside', aMail({ ...unknown, setAside: 'It gives orders.' })],
    ['one of our own', aMail({ ...unknown, ours: true })],
  ])('is not %s', (_, each) => {
    expect(isUnassigned(each)).toBe(false)
  })
})

describe('evidence', () => {
  const signal = aSignal()

  test('is let through when its quotes stand in their source, character by character', () => {
    const claims = [quote(signal, 'In Progress'), computed(signal, 'nobody is on it')]
    expect(checkEvidence(claims, () => signal.text)).toBe(claims)
    expect(() => checkEvidence([quote(signal, 'in progress')], () => signal.text)).toThrow(QuoteNotInSource)
  })

  test('needs a signal that is recorded', () => {
    expect(() => checkEvidence([anEvidence({ kind: 'computed' })], () => undefined)).toThrow('No signal')
  })

  test('names who did it, or else where it happened', () => {
    expect(quote(aSignal(), 'In Progress').by).toBe('Tom')
    expect(quote(aSignal({ actor: null }), 'In Progress').by).toBe('Jira')
    expect(quote(aSignal({ actor: null, source: 'asana' }), 'In Progress').by).toBe('Asana')
    expect(quote(aMail({ actor: null }), 'Thursday').by).toBe('a mail without a sender')
  })
})

describe('since when a ticket is nobody’s', () => {
  const issue: JiraIssue = {
    ...{ id: '1', key: 'SP-1', project: 'SP', title: '', url: '', description: '', creator: null, context },
    ...{
      created: '2026-10-01T08:00:00.000Z',
      updated: '2026-10-01T08:00:00.000Z',
      histories: [],
      comments: [],
      actId: null,
    },
  }
  const step = (id: string, at: string, after: string | null, fieldId = 'assignee') => ({
    ...{ id, at, author: null },
    items: [{ fieldId, field: fieldId, before: null, after }],
  })

  test('somebody has it: not at all', () => {
    const assignee = { accountId: 'a', name: 'Ana', email: null }
    expect(unownedSince({ ...issue, context: { ...context, assignee } })).toBeNull()
  })

  test('from its creation, or since the last one left', () => {
    expect(unownedSince(issue)).toBe(issue.created)
    const left = step('2', '2026-10-03T08:00:00.000Z', null)
    expect(unownedSince({ ...issue, histories: [step('1', '2026-10-02T08:00:00.000Z', 'a'), left] })).toBe(
      left.at,
    )
  })

  test('and no later step of its history makes it longer or shorter', () => {
    const left = step('1', '2026-10-03T08:00:00.000Z', null)
    const alsoMoved = { ...left, items: [...left.items, ...step('', '', 'Done', 'status').items] }
    const later = [
      step('2', '2026-10-04T08:00:00.000Z', null, 'duedate'),
      step('3', '2026-10-05T08:00:00.000Z', 'In Progress', 'status'),
      step('4', '2026-10-06T08:00:00.000Z', 'gone@x.example'),
    ]
    expect(unownedSince({ ...issue, histories: [alsoMoved, ...later] })).toBe(left.at)
  })
})
