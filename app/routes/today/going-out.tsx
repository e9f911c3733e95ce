import { Link } from '@remix-run/react'
import { Waiting } from '#app/components/waiting.tsx'
import { Section } from '#app/components/ui/section.tsx'
import type { ScreenRow } from '#app/rows.ts'
import type { Loaded } from '#app/routes/today/load.server.ts'

type Props = { acts: ScreenRow<'act'>[]; cards: Loaded['held']; awaiting: number }

/** What will leave in the PM's name. Absent when nothing will. */
export function GoingOut({ acts, cards, awaiting }: Props) {
  if (cards.length + awaiting === 0) return null
  return (
    <Section
      title={`Going out (${acts.length})`}
      aside={
        <Link to="/going-out" className="text-sm text-deep underline-offset-4 hover:underline">
          See all ›
        </Link>
      }
    >
      <ul className="divide-y divide-line">
        {cards.map((card) => (
          <Waiting key={card.id} card={card} row={acts.find(({ id }) => id === card.id)} to="/" />
        ))}
      </ul>
      {awaiting > 0 && (
        <Link
          to="/going-out"
          className="flex min-h-11 items-center text-[0.9375rem] underline-offset-4 hover:underline"
        >
          {awaiting === 1 ? '1 thing waits' : `${awaiting} things wait`} for your word ›
        </Link>
      )}
    </Section>
  )
}
