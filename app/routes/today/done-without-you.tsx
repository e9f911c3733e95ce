import { Link } from '@remix-run/react'
import { actPath, receiptWords } from '#app/act-words.ts'
import { When } from '#app/components/moment.tsx'
import { UndoAct } from '#app/components/undo-act.tsx'
import { Section } from '#app/components/ui/section.tsx'
import type { ScreenRow } from '#app/rows.ts'
import type { Loaded } from '#app/routes/today/load.server.ts'

const SHOWN = 5

type Undoable = Loaded['undoable']
type Props = { done: ScreenRow<'act'>[]; undoable: Undoable }

/** What the agent did by itself, each with what proves it. Absent when it did nothing. */
export function DoneWithoutYou({ done, undoable }: Props) {
  if (done.length === 0) return null
  return (
    <Section title={`Done without you (${done.length})`}>
      <Rows acts={done.slice(0, SHOWN)} undoable={undoable} />
      {done.length > SHOWN && (
        <details>
          <summary className="flex min-h-11 items-center text-[0.9375rem] text-deep">
            ▸ {done.length - SHOWN} more
          </summary>
          <Rows acts={done.slice(SHOWN)} undoable={undoable} />
        </details>
      )}
    </Section>
  )
}

function Rows({ acts, undoable }: { acts: ScreenRow<'act'>[]; undoable: Undoable }) {
  return (
    <ul className="divide-y divide-line text-[0.9375rem]">
      {acts.map((act) => (
        <li key={act.id} className="sm:grid sm:grid-cols-[8.5rem_1fr] sm:gap-x-3 py-2">
          <span className="block text-[0.8125rem] text-soft sm:text-[0.9375rem]">
            {act.updatedAt && <When at={act.updatedAt} as="clock" />}
          </span>
          <div>
            <p>
              <Link to={actPath(act)} className="underline-offset-4 hover:underline">
                {act.summary}
              </Link>
              {act.outcome === 'lapsed' && <span className="text-soft">, went at its time</span>}
            </p>
            <div className="flex flex-wrap items-center gap-x-5">
              <ReceiptLink act={act} />
              {undoable
                // What was done changes no more but by a mark: that it was undone, above all.
                .filter(({ id, version }) => id === act.id && version === act.version)
                .map((each) => (
                  <UndoAct key={each.id} act={each} does={each.does} to="/" />
                ))}
            </div>
          </div>
        </li>
      ))}
    </ul>
  )
}

function ReceiptLink({ act }: { act: ScreenRow<'act'> }) {
  const href = act.receiptUrl ?? actPath(act)
  return (
    <a
      href={href}
      className="inline-flex min-h-11 items-center text-sm text-deep underline-offset-4 hover:underline sm:min-h-6"
    >
      {receiptWords(act)} ›
    </a>
  )
}
