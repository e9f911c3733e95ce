import { useNavigation } from '@remix-run/react'

/** Said of a page that takes its time; over the one that stays until then, so that nothing moves. */
export function Loading() {
  if (useNavigation().state !== 'loading') return null
  return (
    <p
      role="status"
      className="after-300-ms pointer-events-none fixed inset-x-0 top-[40vh] z-40 mx-auto w-fit rounded-full bg-ink px-5 py-2 text-sm text-paper"
    >
      Loading…
    </p>
  )
}
