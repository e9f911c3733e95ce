/** Somebody who is mentioned: the account, and the name by which the text names it. */
export type Mention = { accountId: string; name: string }

type Inline = { type: 'text'; text: string } | { type: 'mention'; attrs: { id: string; text: string } }

/** An Atlassian document (ADF) as far as we write one: paragraphs of text and mentions. Source: Atlassian Document Format v1. */
type JiraDocument = { type: 'doc'; version: 1; content: { type: 'paragraph'; content: Inline[] }[] }

/**
 * The plain text of a Jira body: an ADF document (REST v3), a plain string (REST v2) or nothing (`''`).
 * Unknown nodes give the text they contain; blocks end in a new line; nothing is ever thrown.
 */
export function documentText(body: unknown): string {
  if (typeof body === 'string') return body.trim()
  return textOf(body)
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

/** The account ids mentioned in an ADF document or in v2 text (`[~accountid:…]`), each once, in order. */
export function mentionedAccounts(body: unknown): string[] {
  return [...new Set(typeof body === 'string' ? mentionsInMarkup(body) : mentionsInNode(body))]
}

/**
 * Plain text as an ADF document: a paragraph per block between blank lines; an empty text gives one empty paragraph. `@` and
 * somebody's whole name becomes a mention of them.
 */
export function textDocument(text: string, mentions: Mention[] = []): JiraDocument {
  const blocks = text.split(/\n\s*\n/).map((block) => block.trim())
  const content = blocks.map((block) => ({ type: 'paragraph' as const, content: inlinesOf(block, mentions) }))
  return { type: 'doc', version: 1, content }
}

function inlinesOf(text: string, mentions: Mention[]): Inline[] {
  if (text === '') return []
  const first = mentions
    .map((each) => ({ ...each, at: text.indexOf(`@${each.name}`) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.name.length - a.name.length)[0]
  if (!first) return [{ type: 'text', text }]
  const { at, accountId: id, name } = first
  const said = { type: 'mention' as const, attrs: { id, text: `@${name}` } }
  const before: Inline[] = at === 0 ? [] : [{ type: 'text', text: text.slice(0, at) }]
  return [...before, said, ...inlinesOf(text.slice(at + name.length + 1), mentions)]
}

const blocks = new Set([
  'paragraph',
  'heading',
  'blockquote',
  'codeBlock',
  'listItem',
  'tableRow',
  'rule',
  'panel',
])

function textOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(textOf).join('')
  if (!isRecord(node)) return ''
  const inner = textOf(node.content)
  const own = ownText(node)
  return typeof node.type === 'string' && blocks.has(node.type)
    ? `${own}${inner.trimEnd()}\n`
    : `${own}${inner}`
}

function ownText(node: Record<string, unknown>): string {
  const attrs = isRecord(node.attrs) ? node.attrs : {}
  switch (node.type) {
    case 'text':
      return text(node.text)
    case 'hardBreak':
      return '\n'
    case 'mention':
      return text(attrs.text) || `@${text(attrs.id)}`
    case 'emoji':
      return text(attrs.text) || text(attrs.shortName)
    case 'inlineCard':
    case 'blockCard':
      return text(attrs.url)
    case 'status':
      return text(attrs.text)
    case 'date':
      return dayOf(text(attrs.timestamp))
    case 'listItem':
      return '- '
    case 'tableCell':
    case 'tableHeader':
      return ' '
    default:
      return ''
  }
}

function dayOf(milliseconds: string): string {
  const date = new Date(Number(milliseconds))
  return milliseconds === '' || Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}

function mentionsInNode(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(mentionsInNode)
  if (!isRecord(node)) return []
  const id = node.type === 'mention' && isRecord(node.attrs) ? text(node.attrs.id) : ''
  return [...(id === '' ? [] : [id]), ...mentionsInNode(node.content)]
}

function mentionsInMarkup(markup: string): string[] {
  return [...markup.matchAll(/\[~accountid:([^\]]+)\]/g)].flatMap((match) => match[1] ?? [])
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
