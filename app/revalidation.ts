import type { ShouldRevalidateFunction } from '@remix-run/react'

/** What only the address's query says (which fact is open) is in the page already: nothing needs to be read again. */
export const unlessQueryOnly: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}) => {
  const sameRead = formMethod === undefined && currentUrl.pathname === nextUrl.pathname
  return sameRead && currentUrl.search !== nextUrl.search ? false : defaultShouldRevalidate
}
