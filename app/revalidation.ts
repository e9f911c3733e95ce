import type { ShouldRevalidateFunction } from '@remix-run/react'

const CONFLICT = 409

/**
 * What only the address's query says (which fact is open) is in the page already: nothing needs to be read again. What
 * came too late was asked of something that has changed since: it is read again.
 */
export const unlessQueryOnly: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  formMethod,
  actionStatus,
  defaultShouldRevalidate,
}) => {
  if (actionStatus === CONFLICT) return true
  const sameRead = formMethod === undefined && currentUrl.pathname === nextUrl.pathname
  return sameRead && currentUrl.search !== nextUrl.search ? false : defaultShouldRevalidate
}
