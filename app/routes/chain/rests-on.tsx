import { Link } from '@remix-run/react'
import { When } from '#app/components/moment.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { signalPath } from '#app/signal-path.ts'
import { sourceWord } from '#app/source-words.ts'
import type { Evidence } from '#src/domain/evidence.ts'

type Shown = { id: string; line: string; at: string; sorted: { band: string; rule: string } | null }
type Props = { signals: Shown[]; facts: Evidence[]; projectId: string }

/** The changes and mails of a decision, what was taken from each, and the way to its own chain. */
export function RestsOn({ signals, facts, projectId }: Props) {
  return (
    <Section title={`What it rests on (${signals.length})`}>
      <ol className="divide-y divide-line text-[0.9375rem]">
        {signals.map(({ id, line, at, sorted }) => (
          <li key={id} className="py-2 wrap-anywhere">
            <Link
              to={signalPath(projectId, id)}
              className="inline-flex min-h-11 items-center hover:underline"
            >
              <span data-private>{line}</span>
            </Link>
            <span className="block text-sm text-soft">
              {sourceWord(id)}, <When at={at} as="clock" />
              {sorted && `, ${sorted.band} by ${sorted.rule}`}
            </span>
            <ul className="mt-1 list-disc pl-5 text-sm">
              {facts
                .filter(({ signalId }) => signalId === id)
                .map(({ kind, text }) => (
                  <li key={text} data-private={kind === 'quote' ? '' : undefined}>
                    {kind === 'quote' ? `“${text}”` : text}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ol>
    </Section>
  )
}
