import { z } from 'zod'

/** The key of a ticket, in whichever tracker: SP-12. */
export const ticketKey = z.string().regex(/^[A-Z][A-Z0-9_]*-\d+$/, 'a ticket key such as SP-12')
