import { createContext } from 'react'
import type { Link } from '#app/live/link.ts'
import { createPushedRows } from '#app/live/pushed-rows.ts'

export const LinkContext = createContext<Link>({ state: 'connecting' })
/** Outside a provider: rows of which none is ever pushed. */
export const PushedContext = createContext(createPushedRows())
