import { useHotkeys } from 'react-hotkeys-hook'
import { EVERYWHERE } from '#app/components/typing.ts'

/** The list of keys, for the key that shows it. */
export const KEYS_MENU = 'keys'

const FIRST = { ...EVERYWHERE, preventDefault: true }

/**
 * J and K go from row to row, X selects; S stops, N sends now and L holds longer: what is selected, or else the row; E edits it.
 * Each presses what stands on the page, so that no key does what no button does.
 */
export function useKeys(): void {
  useHotkeys('j', () => go(1), FIRST)
  useHotkeys('k', () => go(-1), FIRST)
  useHotkeys('x', () => within('input[name=act]')?.click(), FIRST)
  useHotkeys('e', edit, FIRST)
  useHotkeys(['s', 'l'], (_, { keys }) => press(keys?.join('') ?? ''), FIRST)
  useHotkeys('n', () => press('n') || readFirst(), FIRST)
  useHotkeys('?', () => document.getElementById(KEYS_MENU)?.togglePopover(), { ...FIRST, useKey: true })
}

function go(by: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')]
  const at = rows.findIndex((row) => row === current())
  const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

const current = () => document.activeElement?.closest<HTMLElement>('[data-row]') ?? null

const within = (what: string) => current()?.querySelector<HTMLElement>(what) ?? null

function opened(mark: string): HTMLElement | null {
  const more = within(`[data-more=${mark}]`)
  if (more instanceof HTMLDetailsElement) more.open = true
  return more
}

/** The button of the bar, while rows are selected, or else of the row. False: there is none. */
function press(key: string): boolean {
  const bar = document.querySelector('input[name=act]:checked') && document.getElementById('many')
  const button = (bar ?? current())?.querySelector<HTMLElement>(`[data-key="${key}"]`)
  button?.click()
  return Boolean(button)
}

/** What goes outside is sent from below its text: the key shows it, and goes to the button. */
function readFirst(): void {
  opened('read')?.querySelector<HTMLElement>('button[value=send-now]')?.focus()
}

function edit(): void {
  opened('read')
  opened('edit')?.querySelector('textarea')?.focus()
}
