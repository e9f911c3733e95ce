import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { MARK } from './variants.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** What is wrong with a page: a text of an attacker's that became markup, and what would be fetched from elsewhere. */
export type Markup = { rendered: string[]; loads: string[] }

/** Attributes that a reader is shown, or told; nothing is fetched or run because of them. */
const SPOKEN = /^(?:aria-[a-z]+|title|alt|value|placeholder|content|data-[a-z-]+|d?label)$/
const FETCHED = /^(?:src|srcset|href|xlink:href|action|formaction|data|poster|background|ping|cite|manifest)$/
/** A link is followed by a person's choice only; whatever else names an address fetches it, or sends there. */
const FOLLOWED: readonly string[] = ['a', 'area']
/** What a letter that a person may open in their own mail can carry besides the people it is to. */
const OF_A_LETTER: readonly string[] = ['cc', 'subject', 'body']

/** Reads HTML as a browser does. `own`: addresses that are ours; a link may also lead to one of `links`. */
export function readMarkup(html: string, { own, links }: { own: string; links: readonly string[] }): Markup {
  const found: Markup = { rendered: [], loads: [] }
  const home = new URL(own)
  const isOurs = (address: string) =>
    URL.canParse(address, home) && new URL(address, home).origin === home.origin
  const isKnown = (address: string) => links.some((link) => address.startsWith(link))
  const attribute = (element: Element, name: string, value: string) => {
    if (name === 'href' && FOLLOWED.includes(element.tagName) && isLetter(value)) return
    const shown = `<${element.tagName} ${name}="${value.slice(0, 120)}">`
    const isHook = name.startsWith('on') || name === 'srcdoc'
    if ((MARK.test(value) && !SPOKEN.test(name)) || MARK.test(name) || isHook) found.rendered.push(shown)
    if (name === 'style' && /url\(|@import/i.test(value)) found.loads.push(shown)
    if (!FETCHED.test(name) || isOurs(value) || /^data:(?:image\/|,)/.test(value)) return
    if (FOLLOWED.includes(element.tagName) && isKnown(value)) return
    found.loads.push(shown)
  }
  const visit = (node: Node): void => {
    if (node.nodeName === '#comment' && 'data' in node && MARK.test(node.data))
      found.rendered.push(`<!--${node.data}-->`)
    if ('tagName' in node) {
      if (MARK.test(node.tagName)) found.rendered.push(`<${node.tagName}>`)
      for (const { name, value } of node.attrs) attribute(node, name, value)
      if (node.tagName === 'script' || node.tagName === 'style') found.rendered.push(...spilt(node))
      if (
        node.tagName === 'meta' &&
        node.attrs.some(({ name, value }) => name === 'http-equiv' && /refresh/i.test(value))
      )
        found.loads.push('<meta http-equiv="refresh">')
    }
    if ('childNodes' in node) node.childNodes.forEach(visit)
    if ('content' in node) visit(node.content)
  }
  visit(parse(html))
  return found
}

/** A draft to be opened in one's own mail: its words may be anybody's, but nothing of an attacker's says to whom it goes. */
function isLetter(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, pathname, searchParams } = new URL(address)
  const readers = [pathname, ...searchParams.getAll('cc')]
  const isPlain = [...searchParams.keys()].every((each) => OF_A_LETTER.includes(each))
  return protocol === 'mailto:' && isPlain && !readers.some((each) => MARK.test(each))
}

/** In a script of ours data may stand, but never with a bracket that could end the script. */
function spilt({ tagName, childNodes }: Element): string[] {
  const text = childNodes.map((node) => ('value' in node ? node.value : '')).join('')
  if (!MARK.test(text)) return []
  if (tagName === 'style') return [`<style>${text.slice(0, 120)}`]
  return /<[/!a-z]/i.test(text) ? [`<script>${text.slice(0, 120)}`] : []
}

/** What a policy lets a page fetch that is not ours. `own`: further sources that it may name. */
export function policyGaps(policy: string | undefined, own: readonly string[]): string[] {
  if (policy === undefined) return ['no Content-Security-Policy']
  const directives = new Map(
    policy.split(';').map((each) => {
      const [name = '', ...sources] = each.trim().split(/\s+/)
      return [name, sources] as const
    }),
  )
  const missing = ['default-src', 'script-src', 'object-src', 'base-uri', 'form-action'].filter(
    (name) => !directives.has(name),
  )
  const open = [...directives].flatMap(([name, sources]) =>
    sources
      .filter((source) => !ALLOWED.test(source) && !own.includes(source))
      .filter((source) => !(name === 'style-src-attr' && source === "'unsafe-inline'"))
      .map((source) => `${name} ${source}`),
  )
  return [...missing.map((name) => `no ${name}`), ...open]
}

const ALLOWED = /^(?:'self'|'none'|'nonce-[^']+'|data:)$/
