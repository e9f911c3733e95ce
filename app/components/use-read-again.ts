import { useFetchers, useNavigation, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { hasLostSession } from '#app/revalidation.ts'

/**
 * Reads the page again when a push has shown that what it knows is outdated; a push carries only a list's row. Waits
 * for what is being read already: a second read would only cut the first one off. And for what is being sent: the page
 * that its answer leads to would not be gone to.
 */
export function useReadAgain(isOutdated: boolean): void {
  const { revalidate, state } = useRevalidator()
  const others = [useNavigation(), ...useFetchers()]
  const isBusy = state !== 'idle' || others.some((each) => each.state !== 'idle')
  useEffect(() => {
    if (isOutdated && !isBusy && !hasLostSession()) revalidate()
  }, [isOutdated, isBusy, revalidate])
}
