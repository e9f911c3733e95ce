import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

/** Reads the page again when a push has shown that what it knows is outdated. A push carries only a list's row. */
export function useReadAgain(isOutdated: boolean): void {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (isOutdated) revalidate()
  }, [isOutdated, revalidate])
}
