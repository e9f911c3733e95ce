import { useEffect } from 'react'
import { coverer } from '#app/routes/frame/cover-text.ts'
import type { CoverWord } from '#src/domain/cover-words.ts'

/**
 * Covers every text of the page, also what a push or a click brings later. It works on the page's text nodes and on
 * nothing else: names stand in titles, drafts, facts and logs alike, and one place that forgets to ask would show them.
 */
export function useCover(words: CoverWord[] | null): void {
  useEffect(() => (words ? coverPage(words) : undefined), [words])
}

type Covered = { was: string; is: string }

function coverPage(words: CoverWord[]): () => void {
  const cover = coverer(words)
  const covered = new Map<Text, Covered>()
  const hide = (node: Text) => {
    if (covered.get(node)?.is === node.data) return
    const is = cover(node.data, Boolean(node.parentElement?.closest('[data-private]')))
    if (is === node.data) return
    covered.set(node, { was: node.data, is })
    node.data = is
  }
  const observer = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes)
      for (const node of [target, ...addedNodes]) textsIn(node).forEach(hide)
  })
  textsIn(document.documentElement).forEach(hide)
  observer.observe(document.documentElement, { subtree: true, childList: true, characterData: true })
  document.documentElement.dataset['covered'] = ''
  return () => {
    observer.disconnect()
    delete document.documentElement.dataset['covered']
    for (const [node, { was, is }] of covered) if (node.data === is) node.data = was
  }
}

const UNSEEN = new Set(['SCRIPT', 'STYLE', 'TEXTAREA'])

/** The texts under a node that people see, the page's title among them. */
function textsIn(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  for (let node: Node | null = root; node; node = walker.nextNode())
    if (node instanceof Text && !UNSEEN.has(node.parentElement?.tagName ?? '')) found.push(node)
  return found
}
