import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { isSeen, lookInside, PAGE, type Look } from './style.ts'
import { styleSheet, type StyleSheet } from './style-sheet.ts'
import { textWriter, type TextWriter } from './text-writer.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element
type Into = 'text' | 'quoted' | 'signature' | 'hidden'

/** A body as text: what its reader sees, what clients marked as history or signature in it, and what nobody sees. */
export type BodyText = Record<Into, string>

/** More of a mail than this is not taken apart: its text would be cut anyway. */
const LONGEST_HTML = 1_000_000
const DEEPEST = 2_000
const TOO_DEEP = '[This mail is too deeply nested to be read. Open it in Outlook.]'

/** HTML as text. Never throws and never takes long, whatever it is given; what isn't HTML is text. */
export function htmlText(html: string): BodyText {
  const whole = html.slice(0, LONGEST_HTML).toWellFormed()
  const cut = html.length > LONGEST_HTML ? '\n[cut: the mail is longer]' : ''
  if (depthOf(whole) > DEEPEST)
    return { text: TOO_DEEP, quoted: '', signature: '', hidden: whole.replace(/<[^<>]{0,2000}>/g, ' ') }
  const isPlain = !/<[a-z!/]/i.test(whole)
  const into = walk(
    parse(whole, { scriptingEnabled: false }),
    { ...PAGE, keepsSpace: isPlain },
    sheetOf(whole),
  )
  return {
    text: into.text.text() + cut,
    quoted: into.quoted.text(),
    signature: into.signature.text(),
    hidden: into.hidden.text(),
  }
}

const DROPPED = new Set([
  'script',
  'style',
  'title',
  'template',
  'iframe',
  'object',
  'svg',
  'math',
  'textarea',
  'select',
])
const PARAGRAPHS = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'dl',
  'blockquote',
  'pre',
  'table',
  'hr',
])
const LINES = new Set([
  'div',
  'li',
  'tr',
  'dt',
  'dd',
  'section',
  'article',
  'header',
  'footer',
  'address',
  'main',
  'center',
  'fieldset',
  'aside',
  'nav',
])

type Step = { node: Node; look: Look; into: Into } | { leaves: number; into: Into }

/** In document order and without recursion: a mail may be nested deeper than a stack. */
function walk(document: Node, page: Look, sheet: StyleSheet): Record<Into, TextWriter> {
  const writers = { text: textWriter(), quoted: textWriter(), signature: textWriter(), hidden: textWriter() }
  const steps: Step[] = [{ node: document, look: page, into: 'text' }]
  let onlyHistory = false
  for (let step = steps.pop(); step; step = steps.pop()) {
    if (!('node' in step)) {
      writers[step.into].breakLine(step.leaves)
      continue
    }
    const { node, look } = step
    const shown = onlyHistory && step.into !== 'hidden' ? 'quoted' : step.into
    const into = isSeen(look) ? shown : 'hidden'
    if ('value' in node) writers[into].write(node.value, look.keepsSpace)
    else if ('data' in node) writers.hidden.line(saidIn(node.data))
    else if ('attrs' in node) {
      if (DROPPED.has(node.tagName)) continue
      const attributes = attributesOf(node)
      onlyHistory ||= HISTORY_BELOW.test(attributes.get('id') ?? '')
      const inside = lookInside(look, node.tagName, attributes, sheet(node.tagName, attributes))
      const part = isSeen(inside) ? partOf(node, attributes, onlyHistory ? 'quoted' : shown) : 'hidden'
      enter(node, attributes, writers[part])
      const leaves = breaksAround(node, attributes)
      if (leaves > 0) steps.push({ leaves, into: part })
      for (const child of node.childNodes.toReversed()) steps.push({ node: child, look: inside, into: part })
    } else if ('childNodes' in node)
      for (const child of node.childNodes.toReversed()) steps.push({ node: child, look, into })
  }
  return writers
}

/** Outlook puts these before the history; everything that follows is history. */
const HISTORY_BELOW = /(^|_)(divRplyFwdMsg|appendonsend)$/
const HISTORY =
  /(^|[\s_-])(gmail_quote|gmail_quote_container|yahoo_quoted|protonmail_quote|moz-cite-prefix|OLK_SRC_BODY_SECTION)(\s|$)/
const SIGNATURE = /(^|[\s_-])(gmail_signature|Signature|ms-outlook-mobile-signature|moz-signature)(\s|$)/

function partOf(element: Element, attributes: ReadonlyMap<string, string>, outer: Into): Into {
  if (outer === 'hidden' || outer === 'quoted') return outer
  const names = `${attributes.get('id') ?? ''} ${attributes.get('class') ?? ''}`
  const isCited = element.tagName === 'blockquote' && attributes.get('type')?.toLowerCase() === 'cite'
  if (isCited || HISTORY.test(names)) return 'quoted'
  return SIGNATURE.test(names) ? 'signature' : outer
}

function enter(element: Element, attributes: ReadonlyMap<string, string>, writer: TextWriter): void {
  const { tagName } = element
  writer.breakLine(breaksAround(element, attributes))
  if (tagName === 'br') writer.newLine()
  if (tagName === 'li') writer.write('- ', false)
  if (tagName === 'td' || tagName === 'th') writer.write(' ', false)
  if (tagName === 'img' && !isPixel(attributes)) writer.write(` [image: ${imageName(attributes)}] `, false)
}

function breaksAround({ tagName }: Element, attributes: ReadonlyMap<string, string>): number {
  if (LINES.has(tagName) || /\bMsoNormal\b/.test(attributes.get('class') ?? '')) return 1
  return PARAGRAPHS.has(tagName) ? 2 : 0
}

function imageName(attributes: ReadonlyMap<string, string>): string {
  const source = (attributes.get('src') ?? '').replace(/^cid:/, '').split(/[?#]/)[0] ?? ''
  const file = source.startsWith('data:') ? '' : (source.split('/').at(-1)?.split('@')[0] ?? '')
  return (attributes.get('alt') ?? '').trim().slice(0, 100) || file.slice(0, 100) || 'unnamed'
}

function isPixel(attributes: ReadonlyMap<string, string>): boolean {
  return ['width', 'height'].some((side) => /^[01](px)?$/.test(attributes.get(side) ?? ''))
}

function attributesOf({ attrs }: Element): Map<string, string> {
  return new Map(attrs.map(({ name, value }) => [name.toLowerCase(), value]))
}

/** A comment's words. Word's own comments hold mark-up and no words. */
function saidIn(comment: string): string {
  return comment
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/^\s*\[if [^\]]{0,200}\]>|<?!\[endif\]\s*$/g, '')
    .trim()
}

function sheetOf(html: string): StyleSheet {
  const sheets = [...html.matchAll(/<style\b[^>]{0,500}>([^]*?)<\/style/gi)].map((found) => found[1] ?? '')
  return styleSheet(sheets.join('\n'))
}

const MAY_STAY_OPEN =
  /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|td|th|tr|dt|dd|option|o:p)$/

/** How deep the tags go at most, roughly: a parser's time grows with the depth of what it is given. */
function depthOf(html: string): number {
  const open = new Map<string, number>()
  let depth = 0
  let deepest = 0
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9:]*)/gi)) {
    const tag = name.toLowerCase()
    const count = open.get(tag) ?? 0
    if (MAY_STAY_OPEN.test(tag) || (end === '/' && count === 0)) continue
    const step = end === '/' ? -1 : 1
    open.set(tag, count + step)
    depth += step
    deepest = Math.max(deepest, depth)
  }
  return deepest
}
