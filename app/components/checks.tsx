import { Check, X } from 'lucide-react'
import type { Confidence } from '#src/domain/confidence.ts'

const CHECKS = [
  ['Sources', 'sourceAgreement'],
  ['Allowed', 'boundaryCompliance'],
  ['Form', 'schemaValidity'],
  ['Precedent', 'precedentMatch'],
] as const

/** The four checks, each passed or not, and why. */
export function Checks({ confidence }: { confidence: Confidence }) {
  return (
    <dl className="flex flex-col gap-1.5 text-[0.9375rem]">
      {CHECKS.map(([name, check]) => {
        const { passed, says } = confidence[check]
        const Icon = passed ? Check : X
        return (
          <div key={check} className="grid grid-cols-[7.5rem_1fr] items-baseline gap-x-2">
            <dt className="flex items-baseline gap-2 text-soft">
              <Icon
                role="img"
                aria-label={passed ? 'passed' : 'not passed'}
                className="size-4 shrink-0 translate-y-0.5"
              />
              {name}
            </dt>
            <dd>{says}</dd>
          </div>
        )
      })}
    </dl>
  )
}

/** The checks in one line: what failed, or why all is well. */
export function checksLine(confidence: Confidence): string {
  const failed = CHECKS.filter(([, check]) => !confidence[check].passed)
  if (failed.length > 0)
    return failed.map(([name, check]) => `${name}: ${confidence[check].says}`).join(' · ')
  const { says } = confidence.sourceAgreement
  return `${says.charAt(0).toUpperCase()}${says.slice(1)} · ${confidence.precedentMatch.says}`
}
