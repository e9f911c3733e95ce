import { describe, expect, it } from 'vitest'
import { documentText, mentionedAccounts, textDocument } from './jira-document.ts'

const words = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })

describe('a Jira document', () => {
  it('reads as its plain text, block by block', () => {
    const body = {
      type: 'doc',
      version: 1,
      content: [
        { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Blocked' }] },
        { type: 'bulletList', content: [{ type: 'listItem', content: [words('no access')] }] },
        {
          type: 'paragraph',
          content: [
            { type: 'mention', attrs: { id: 'a:1', text: '@Ada' } },
            { type: 'hardBreak' },
            { type: 'somethingNew', content: [{ type: 'text', text: 'since Monday' }] },
          ],
        },
      ],
    }
    expect(documentText(body)).toBe('Blocked\n- no access\n@Ada\nsince Monday')
    expect(mentionedAccounts(body)).toEqual(['a:1'])
  })

  it('takes v2 text and nothing at all', () => {
    expect(documentText(' plain ')).toBe('plain')
    expect(mentionedAccounts('ask [~accountid:a:1] and [~accountid:a:1]')).toEqual(['a:1'])
    expect([documentText(null), documentText(undefined), documentText(7)]).toEqual(['', '', ''])
  })

  it('is written from text, a paragraph per block, and reads back the same', () => {
    const document = textDocument('First.\nStill first.\n\nSecond.')
    expect(document.content).toHaveLength(2)
    expect(documentText(document)).toBe('First.\nStill first.\nSecond.')
    expect(textDocument('').content).toEqual([{ type: 'paragraph', content: [] }])
  })
})
