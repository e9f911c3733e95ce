import { useNavigate } from '@remix-run/react'
import { useHotkeys } from 'react-hotkeys-hook'
import type { ScreenRow } from '#app/rows.ts'

/** Enter opens the decision that comes first, unless something has the focus and answers Enter itself. */
export function useEnter(first: ScreenRow<'escalation'> | undefined): void {
  const navigate = useNavigate()
  useHotkeys(
    'enter',
    () => first && navigate(`/projects/${first.projectId}/decisions/${first.id}`),
    { ignoreEventWhen: ({ target }) => target !== document.body },
    [first, navigate],
  )
}
