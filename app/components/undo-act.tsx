import { useFetcher } from '@remix-run/react'

type Props = { act: { id: string; projectId: string }; does: string; to?: string }

/** Undoes an act by another one; what that does is said before it is pressed. */
export function UndoAct({ act, does, to }: Props) {
  const fetcher = useFetcher()
  return (
    <fetcher.Form method="post" action="/undo-act">
      <input type="hidden" name="projectId" value={act.projectId} />
      <input type="hidden" name="actId" value={act.id} />
      {to !== undefined && <input type="hidden" name="to" value={to} />}
      <button
        type="submit"
        disabled={fetcher.state !== 'idle'}
        aria-label={`Undo: ${does}`}
        title={does}
        className="min-h-11 text-sm text-deep underline-offset-4 hover:underline sm:min-h-7"
      >
        Undo
      </button>
    </fetcher.Form>
  )
}
