import { Link } from '@remix-run/react'
import { When } from '#app/components/moment.tsx'
import { More } from '#app/components/ui/closed.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import type { Shown } from '#app/routes/project/load.server.ts'
import { plainDate } from '#app/times.ts'
import type { DecisionEntry } from '#src/domain/decision-log.ts'

/** What was decided, why, and what else was weighed; the newest first. */
export function DecisionEntries({ shown: { entries, projectId } }: { shown: Shown<'decisions'> }) {
  const numbered = entries.map((entry, index) => ({ entry, number: index + 1 })).reverse()
  return (
    <Section title={`Decisions (${entries.length})`}>
      {entries.length === 0 && <Nothing>No decision has been made yet. Each one is kept here.</Nothing>}
      <ol className="divide-y divide-line">
        {numbered.map(({ entry, number }) => (
          <li key={entry.id} id={entry.id} className="scroll-mt-4 py-3 target:bg-wash">
            <Entry entry={entry} number={number} projectId={projectId} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

type Props = { entry: DecisionEntry; number: number; projectId: string }

function Entry({ entry, number, projectId }: Props) {
  const { id, title, context, options, decision, rationale, by, at, status, related, reviewOn } = entry
  return (
    <article className="text-[0.9375rem]">
      <p className="text-sm text-soft">
        D-{String(number).padStart(2, '0')} · {by}, <When at={at} as="clock" />
        {status !== 'active' && ` · ${status}`}
      </p>
      <h3 className="font-medium">
        <Link to={`/projects/${projectId}/decisions/${id}`} className="underline-offset-4 hover:underline">
          {title}
        </Link>
      </h3>
      <p className="mt-1 wrap-anywhere">
        <span className="text-soft">Decision: </span>
        {decision}
      </p>
      <p className="wrap-anywhere">
        <span className="text-soft">Why: </span>
        {rationale}
      </p>
      <p className="text-sm text-soft">
        {related.length > 0 && `About ${related.join(', ')}. `}
        {reviewOn && `To be looked at again on ${plainDate(reviewOn)}.`}
      </p>
      <More summary="What was known and weighed">
        <p className="whitespace-pre-line wrap-anywhere">{context}</p>
        <ul className="mt-2 flex flex-col gap-2">
          {options.map(({ name, pros, cons }) => (
            <li key={name}>
              <span className="font-medium">{name}</span>
              {pros.length > 0 && <span className="block text-soft">For: {pros.join('; ')}</span>}
              {cons.length > 0 && <span className="block text-soft">Against: {cons.join('; ')}</span>}
            </li>
          ))}
        </ul>
      </More>
    </article>
  )
}
