/** An Atlassian document (ADF) as far as we write one: paragraphs of plain text. Source: Atlassian Document Format v1. */
type JiraDocument = {
  type: 'doc'
  version: 1
  content: { type: 'paragraph'; content: { type: 'text'; text: string }[] }[]
}

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

/** Plain text as an ADF document: a paragraph per block between blank lines; an empty text gives one empty paragraph. */
export function textDocument(text: string): JiraDocument {
  const blocks = text.split(/\n\s*\n/).map((block) => block.trim())
  return { type: 'doc', version: 1, content: blocks.map(paragraph) }
}

function paragraph(text: string): JiraDocument['content'][number] {
  return { type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] }
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
