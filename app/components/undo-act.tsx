import { Form, useNavigation } from '@remix-run/react'

type Props = { act: { id: string; projectId: string }; does: string; to?: string }

/**
 * Undoes an act by another one, whose page it may lead to; what that does is said before it is pressed. A navigation and
 * no fetcher: whatever is read again while a fetcher sends keeps it from going where its answer leads.
 */
export function UndoAct({ act, does, to }: Props) {
  const { formData } = useNavigation()
  return (
    <Form method="post" action="/undo-act" preventScrollReset={to !== undefined}>
      <input type="hidden" name="projectId" value={act.projectId} />
      <input type="hidden" name="actId" value={act.id} />
      {to !== undefined && <input type="hidden" name="to" value={to} />}
      <button
        type="submit"
        disabled={formData?.get('actId') === act.id}
        aria-label={`Undo: ${does}`}
        title={does}
        className="min-h-11 text-sm text-deep underline-offset-4 hover:underline sm:min-h-7"
      >
        Undo
      </button>
    </Form>
  )
}
