import type { ShouldRevalidateFunction } from '@remix-run/react'

const UNAUTHORISED = 401
const CONFLICT = 409

/** Of this browser tab: what was asked for last on its page was refused, for nobody is signed in any more. */
let isSignedOut = false

/** Whether a read would take the page away and show the sign-in in its place. */
export function hasLostSession(): boolean {
  return isSignedOut
}

/**
 * What only the address's query says (which fact is open) is in the page already: nothing needs to be read again. What
 * came too late was asked of something that has changed since: it is read again. A page whose session is over stays as
 * it is until its reader leaves it.
 */
export const unlessQueryOnly: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  formMethod,
  actionStatus,
  defaultShouldRevalidate,
}) => {
  const samePage = currentUrl.pathname === nextUrl.pathname
  if (formMethod !== undefined || !samePage) isSignedOut = actionStatus === UNAUTHORISED
  if (isSignedOut) return false
  if (actionStatus === CONFLICT) return true
  const sameRead = formMethod === undefined && samePage
  return sameRead && currentUrl.search !== nextUrl.search ? false : defaultShouldRevalidate
}
