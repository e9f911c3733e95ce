import { Check, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Confidence } from '#src/domain/confidence.ts'

const CHECKS = [
  ['Sources', 'sourceAgreement'],
  ['Allowed', 'boundaryCompliance'],
  ['Form', 'schemaValidity'],
  ['Precedent', 'precedentMatch'],
] as const

/** One line in words; the four checks when asked. */
export function HowSure({ confidence }: { confidence: Confidence }) {
  const failed = CHECKS.filter(([, check]) => !confidence[check].passed)
  const line =
    failed.length === 0
      ? `${capital(confidence.sourceAgreement.says)} · ${confidence.precedentMatch.says}`
      : failed.map(([name, check]) => `${name}: ${confidence[check].says}`).join(' · ')
  return (
    <Closed summary={<>How sure: {line}</>}>
      <dl className="flex flex-col gap-1.5 pb-3 text-[0.9375rem]">
        {CHECKS.map(([name, check]) => {
          const { passed, says } = confidence[check]
          const Icon = passed ? Check : X
          return (
            <div key={check} className="grid grid-cols-[1.25rem_6rem_1fr] items-baseline gap-x-2">
              <Icon
                aria-label={passed ? 'passed' : 'not passed'}
                className="size-4 translate-y-0.5 text-soft"
              />
              <dt className="text-soft">{name}</dt>
              <dd>{says}</dd>
            </div>
          )
        })}
      </dl>
    </Closed>
  )
}

/** What the recommendation hangs on. */
export function WouldChange({ children }: { children: string }) {
  return (
    <Closed summary="What would change this">
      <p className="pb-3 text-[0.9375rem]">{children}</p>
    </Closed>
  )
}

function Closed({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className="group -mt-4 border-t border-line lg:first-of-type:mt-0">
      <summary className="flex min-h-12 items-center gap-2 text-[0.9375rem]">
        <span aria-hidden className="text-soft transition-transform group-open:rotate-90">
          ▸
        </span>
        <span>{summary}</span>
      </summary>
      {children}
    </details>
  )
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
