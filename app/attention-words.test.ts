import { expect, test } from 'vitest'
import { attentionNote, attentionReason } from './attention-words.ts'

test('said is why it waits quietly, or why it did not though the limit was reached, and nothing else', () => {
  expect(attentionNote({ attention: 'quiet', beyondLimit: null })).toBe('not announced')
  expect(attentionReason({ attention: null, beyondLimit: 'critical' })).toContain('it is critical.')
  expect(attentionReason({ attention: 'interrupts', beyondLimit: 'soon' })).toContain('it cannot wait')
  expect(attentionReason({ attention: 'interrupts', beyondLimit: null })).toBeNull()
  expect(attentionNote({})).toBeNull()
})
