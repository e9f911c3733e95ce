/** Simple rules of a mail's own style sheets: what they declare for an element, `''` for most. */
export type StyleSheet = (tag: string, attributes: ReadonlyMap<string, string>) => string

const MOST_RULES = 2_000
const SIMPLE = /^(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)?$/i

/**
 * Reads the rules whose selectors are a tag, a class, an id or a tag with one of them: the ones that can hide a line, or
 * put a dark ground under white letters. What stands in an at-rule (`@media`) is for other screens.
 */
export function styleSheet(css: string): StyleSheet {
  const rules = new Map<string, string>()
  for (const { selectors, body } of rulesIn(css)) {
    for (const selector of selectors.split(',').map((it) => it.trim()))
      if (SIMPLE.test(selector) && selector !== '')
        rules.set(selector.toLowerCase(), `${rules.get(selector.toLowerCase()) ?? ''};${body}`)
  }
  if (rules.size === 0) return () => ''
  return (tag, attributes) => {
    const classes = (attributes.get('class') ?? '').toLowerCase().split(/\s+/).filter(Boolean)
    const id = attributes.get('id')?.toLowerCase()
    const names = [
      tag,
      ...classes.flatMap((it) => [`.${it}`, `${tag}.${it}`]),
      ...(id ? [`#${id}`, `${tag}#${id}`] : []),
    ]
    return names.flatMap((name) => rules.get(name) ?? []).join(';')
  }
}

function rulesIn(css: string): { selectors: string; body: string }[] {
  const found: { selectors: string; body: string }[] = []
  const text = withoutComments(css)
  for (let at = 0; at < text.length && found.length < MOST_RULES;) {
    const open = text.indexOf('{', at)
    if (open < 0) break
    const selectors = text.slice(at, open).trim()
    const close = selectors.includes('@') ? endOfBlock(text, open) : text.indexOf('}', open)
    if (close < 0) break
    if (!selectors.includes('@')) found.push({ selectors, body: text.slice(open + 1, close) })
    at = close + 1
  }
  return found
}

function withoutComments(css: string): string {
  return css
    .replace(/<!--|-->/g, '')
    .split('/*')
    .map((part, index) => (index === 0 ? part : part.split('*/').slice(1).join('*/')))
    .join('')
}

function endOfBlock(css: string, open: number): number {
  let depth = 0
  for (let at = open; at < css.length; at++) {
    if (css[at] === '{') depth += 1
    if (css[at] === '}') depth -= 1
    if (depth === 0) return at
  }
  return -1
}
