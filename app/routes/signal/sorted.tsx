import { Link } from '@remix-run/react'
import { When } from '#app/components/moment.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import type { Memory } from '#src/domain/memory.ts'
import { bandOf, type Verdict } from '#src/domain/verdict.ts'

type Props = { verdict: Verdict | null; precedent: Memory | null }

/** How much it matters, who said so, by which rule or prompt, and why. */
export function Sorted({ verdict, precedent }: Props) {
  if (!verdict) {
    return (
      <Section title="Sorted">
        <Nothing>Not yet: the check that read it has not come so far.</Nothing>
      </Section>
    )
  }
  const { importance, complexity, by, rule, reason, at, memoryId } = verdict
  return (
    <Section title="Sorted">
      <p className="text-[0.9375rem]">
        <strong className="font-semibold">{capital(bandOf(importance))}</strong>. {reason}
      </p>
      <p className="text-sm text-soft">
        {by === 'rules' ? 'By rule' : 'By prompt'} {rule} · {importance}, {complexity} ·{' '}
        <When at={at} as="clock" />
      </p>
      {memoryId !== undefined && (
        <p className="text-sm">
          {precedent ? (
            <Link
              to={`/projects/${precedent.projectId}/memory#${precedent.id}`}
              className="inline-flex min-h-11 items-center text-deep hover:underline"
            >
              What you said, in the memory ›
            </Link>
          ) : (
            <span className="text-soft">What it went by has been taken out of the memory since.</span>
          )}
        </p>
      )}
    </Section>
  )
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
