import { useNavigate } from '@remix-run/react'
import { useHotkeys } from 'react-hotkeys-hook'
import { DISMISS_MENU } from '#app/routes/decision/dismiss.tsx'

type Place = { projectId: string; id: string } | null

/** A B C D choose, Enter does it, X dismisses, U takes back, J and K go on and back. */
export function useKeys({ previous, next }: { previous: Place; next: Place }): void {
  const navigate = useNavigate()
  const go = (to: Place) => {
    if (to) navigate(`/projects/${to.projectId}/decisions/${to.id}`)
  }
  const everywhere = { enableOnFormTags: ['input'] as const }
  useHotkeys(
    ['a', 'b', 'c', 'd'],
    (_, { keys }) => document.getElementById(`option-${(keys?.join('') ?? '').toUpperCase()}`)?.click(),
    everywhere,
  )
  useHotkeys('enter', submitChoice)
  useHotkeys('u', () => formOf('undo')?.requestSubmit(), everywhere)
  useHotkeys('x', () => document.getElementById(DISMISS_MENU)?.togglePopover(), everywhere)
  useHotkeys('j', () => go(next), everywhere)
  useHotkeys('k', () => go(previous), everywhere)
}

/** A button or link that has the focus answers Enter itself, and so does the form. */
function submitChoice(event: KeyboardEvent): void {
  const isItsOwn =
    event.target instanceof Element && event.target.closest('a, button, summary, input') !== null
  if (!isItsOwn && document.querySelector('input[name="option"]:checked')) formOf('decide')?.requestSubmit()
}

function formOf(id: string): HTMLFormElement | null {
  const found = document.getElementById(id)
  return found instanceof HTMLFormElement ? found : null
}
