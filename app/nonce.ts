import { createContext, useContext } from 'react'

/** The nonce of this response's scripts; empty in the browser, which hides it from scripts. */
export const Nonce = createContext('')

/** The nonce that an inline script of this page must bear. */
export function useNonce(): string {
  return useContext(Nonce)
}
