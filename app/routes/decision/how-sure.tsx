import { Checks, checksLine } from '#app/components/checks.tsx'
import { Closed } from '#app/components/ui/closed.tsx'
import type { Confidence } from '#src/domain/confidence.ts'

/** One line in words; the four checks when asked. */
export function HowSure({ confidence }: { confidence: Confidence }) {
  return (
    <Closed className="-mt-4 lg:mt-0" summary={<>How sure: {checksLine(confidence)}</>}>
      <Checks confidence={confidence} />
    </Closed>
  )
}

/** What the recommendation hangs on. */
export function WouldChange({ children }: { children: string }) {
  return (
    <Closed className="-mt-4" summary="What would change this">
      <p className="text-[0.9375rem]">{children}</p>
    </Closed>
  )
}
