import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

/** Reads the page again when a push has shown that what it knows is outdated. A push carries only a list's row. */
export function useReadAgain(isOutdated: boolean): void {
  const { revalidate, state } = useRevalidator()
  const isReading = state !== 'idle'
  useEffect(() => {
    if (isOutdated && !isReading) revalidate()
  }, [isOutdated, isReading, revalidate])
}
