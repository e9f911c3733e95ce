import { useNavigate } from '@remix-run/react'
import { useHotkeys } from 'react-hotkeys-hook'
import { EVERYWHERE } from '#app/components/typing.ts'
import { DISMISS_MENU } from '#app/routes/decision/dismiss.tsx'
import { LATER_MENU } from '#app/routes/decision/later.tsx'
import { REPLY_MENU } from '#app/routes/decision/reply.tsx'

type Place = { projectId: string; id: string } | null

/** A B C D choose, Enter does it, E edits the draft, R replies, H puts off, X dismisses, U takes back, J and K go on and back. */
export function useKeys({ previous, next }: { previous: Place; next: Place }): void {
  const navigate = useNavigate()
  const go = (to: Place) => {
    if (to) navigate(`/projects/${to.projectId}/decisions/${to.id}`)
  }
  useHotkeys(
    ['a', 'b', 'c', 'd'],
    (_, { keys }) => document.getElementById(`option-${(keys?.join('') ?? '').toUpperCase()}`)?.click(),
    EVERYWHERE,
  )
  useHotkeys('enter', pressVerb, EVERYWHERE)
  useHotkeys('u', () => formOf('undo')?.requestSubmit(), EVERYWHERE)
  useHotkeys('e', editDraft, { ...EVERYWHERE, preventDefault: true })
  useHotkeys('h', () => document.getElementById(LATER_MENU)?.togglePopover(), EVERYWHERE)
  useHotkeys('r', () => document.getElementById(REPLY_MENU)?.togglePopover(), {
    ...EVERYWHERE,
    preventDefault: true,
  })
  useHotkeys('x', () => document.getElementById(DISMISS_MENU)?.togglePopover(), EVERYWHERE)
  useHotkeys('j', () => go(next), EVERYWHERE)
  useHotkeys('k', () => go(previous), EVERYWHERE)
}

/** A button or link that has the focus answers Enter itself. What the bar shows is pressed, so an unread mail is shown first. */
function pressVerb(event: KeyboardEvent): void {
  const isItsOwn = event.target instanceof Element && event.target.closest('a, button, summary') !== null
  const chosen = chosenOption()
  if (isItsOwn || chosen === null) return
  event.preventDefault()
  document.querySelector<HTMLButtonElement>(`.verb[data-option="${chosen}"]`)?.click()
}

/** Opens the first draft of the chosen option for editing, and goes there. */
function editDraft(): void {
  const draft = document.querySelector('.option-card:has(input:checked) .edit-draft')
  const around = draft?.closest('details')
  if (around) around.open = true
  draft?.querySelector('textarea')?.focus()
}

function chosenOption(): string | null {
  return document.querySelector<HTMLInputElement>('input[name="option"]:checked')?.value ?? null
}

function formOf(id: string): HTMLFormElement | null {
  const found = document.getElementById(id)
  return found instanceof HTMLFormElement ? found : null
}
