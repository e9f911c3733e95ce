import { Link } from '@remix-run/react'
import { actPath } from '#app/act-words.ts'
import { UndoAct } from '#app/components/undo-act.tsx'

type Props = {
  act: { id: string; projectId: string }
  undo: { does: string } | { says: string } | null
  undoneBy: string | null
  compensates: string | null
}

/** How the act is undone, or why it is not; and which act undid which. */
export function Undoing({ act, undo, undoneBy, compensates }: Props) {
  const { projectId } = act
  if (undo === null && undoneBy === null && compensates === null) return null
  return (
    <div className="-mt-6 text-sm text-soft">
      {undo !== null && 'does' in undo && <UndoAct act={act} does={undo.does} />}
      {undo !== null && 'says' in undo && <p>{undo.says}</p>}
      {undoneBy !== null && (
        <Linked to={{ id: undoneBy, projectId }}>It was undone: the act that did so ›</Linked>
      )}
      {compensates !== null && <Linked to={{ id: compensates, projectId }}>The act that it undoes ›</Linked>}
    </div>
  )
}

function Linked({ to, children }: { to: { id: string; projectId: string }; children: string }) {
  return (
    <p>
      <Link to={actPath(to)} className="inline-flex min-h-11 items-center text-deep hover:underline">
        {children}
      </Link>
    </p>
  )
}
