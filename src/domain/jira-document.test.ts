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

describe('what a Jira document holds beside plain words', () => {
  const paragraph = (...content: object[]) => ({ type: 'paragraph', content })

  it.each<[string, object, string]>([
    ['a mention by its name', { type: 'mention', attrs: { id: 'a:1', text: '@Ada' } }, '@Ada'],
    ['a mention without one', { type: 'mention', attrs: { id: 'a:1' } }, '@a:1'],
    ['an emoji', { type: 'emoji', attrs: { text: '👍', shortName: ':thumbsup:' } }, '👍'],
    ['an emoji of the site’s own', { type: 'emoji', attrs: { shortName: ':ship_it:' } }, ':ship_it:'],
    ['a card', { type: 'inlineCard', attrs: { url: 'https://x.example/1' } }, 'https://x.example/1'],
    [
      'a card of its own',
      { type: 'blockCard', attrs: { url: 'https://x.example/1' } },
      'https://x.example/1',
    ],
    ['a status', { type: 'status', attrs: { text: 'AT RISK', color: 'red' } }, 'AT RISK'],
    ['a date', { type: 'date', attrs: { timestamp: '1793577600000' } }, '2026-11-02'],
    ['a date that is none', { type: 'date', attrs: { timestamp: 'soon' } }, ''],
    ['a date without a day', { type: 'date', attrs: {} }, ''],
    ['nothing that is known', { type: 'confetti', attrs: { text: 'hooray' } }, ''],
    ['a text that is none', { type: 'text', text: 7 }, ''],
    ['a node without a type', { content: [{ type: 'text', text: 'inside' }] }, 'inside'],
  ])('reads %s', (_, node, text) => {
    expect(documentText(paragraph({ type: 'text', text: 'So: ' }, node))).toBe(`So: ${text}`.trim())
  })

  it('reads a table cell by cell, and blank lines as one', () => {
    const cell = (type: string, text: string) => ({ type, content: [words(text)] })
    const row = (type: string, ...texts: string[]) => ({
      type: 'tableRow',
      content: texts.map((text) => cell(type, text)),
    })
    const table = {
      type: 'table',
      content: [row('tableHeader', 'Gate', 'Day'), row('tableCell', 'North', 'Monday')],
    }
    expect(documentText(table)).toBe('Gate\n Day\n North\n Monday')
    expect(documentText([words('One'), paragraph(), paragraph(), paragraph(), words('Two')])).toBe(
      'One\n\nTwo',
    )
  })

  it('names who is mentioned, wherever, and nobody else', () => {
    const mention = (id: unknown) => ({ type: 'mention', attrs: { id } })
    const list = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(mention('a:2'))] }] }
    const card = { type: 'inlineCard', attrs: { id: 'card', url: 'x' } }
    const body = [paragraph(mention('a:1'), card, mention(''), mention(3)), list, paragraph(mention('a:1'))]
    expect(mentionedAccounts(body)).toEqual(['a:1', 'a:2'])
    expect(mentionedAccounts({ type: 'mention' })).toEqual([])
    expect(mentionedAccounts('[~accountid:a:1] and [~accountid:a:2], not [~accountid:]')).toEqual([
      'a:1',
      'a:2',
    ])
  })
})

describe('what is written for Jira', () => {
  const ada = { accountId: 'a:1', name: 'Ada' }
  const lee = { accountId: 'a:2', name: 'Ada Lee' }
  const text = (said: string) => ({ type: 'text', text: said })
  const mention = ({ accountId, name }: typeof ada) => ({
    type: 'mention',
    attrs: { id: accountId, text: `@${name}` },
  })
  const written = (said: string, who = [ada, lee]) =>
    textDocument(said, who).content.map(({ content }) => content)

  it.each<[string, object[]]>([
    ['@Ada', [mention(ada)]],
    ['@Ada: when?', [mention(ada), text(': when?')]],
    ['Dear @Ada Lee', [text('Dear '), mention(lee)]],
    ['@Ada Lee and @Ada, or @Ada', [mention(lee), text(' and '), mention(ada), text(', or '), mention(ada)]],
    ['@Ada and @Ada Lee', [mention(ada), text(' and '), mention(lee)]],
    ['Ada, or @Mei', [text('Ada, or @Mei')]],
  ])('mentions whom "%s" names, the whole name first', (said, content) => {
    expect(written(said)).toEqual([content])
    expect(written(said, [lee, ada])).toEqual([content])
  })

  it('has a paragraph for each block, whatever is between them', () => {
    expect(written(' One. \n \t\n Two,\nstill two. ')).toEqual([[text('One.')], [text('Two,\nstill two.')]])
  })
})
