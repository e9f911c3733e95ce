import { useNavigation, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { hasLostSession } from '#app/revalidation.ts'

/**
 * Reads the page again when a push has shown that what it knows is outdated; a push carries only a list's row. Waits
 * for what is being read already: a second read would only cut the first one off.
 */
export function useReadAgain(isOutdated: boolean): void {
  const { revalidate, state } = useRevalidator()
  const isReading = useNavigation().state !== 'idle' || state !== 'idle'
  useEffect(() => {
    if (isOutdated && !isReading && !hasLostSession()) revalidate()
  }, [isOutdated, isReading, revalidate])
}
