import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anEvidence, aRaw, aSignal, context } from '../../tests/fixtures/builders.ts'
import { NINE } from '../../tests/fixtures/desk.ts'
import { checkEvidence, QuoteNotInSource } from './evidence.ts'
import type { JiraIssue } from './jira-issue.ts'
import { computed, quote, recordSignal, signalId, TEXT_LIMIT_BYTES, unownedSince } from './signal.ts'

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

  test('names Jira when nobody did it', () => {
    expect(quote(aSignal({ actor: null }), 'In Progress').by).toBe('Jira')
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
  const step = (id: string, at: string, after: string | null) => ({
    ...{ id, at, author: null },
    items: [{ fieldId: 'assignee', field: 'assignee', before: null, after }],
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
})
