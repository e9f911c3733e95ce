import { z } from 'zod'
import type { Sensitivity } from '#src/domain/privacy.ts'

/** MAPI's PidTagSensitivity: Graph's message has no field for it. Source: [MS-OXCMSG] 2.2.1.13. */
const PROPERTY = 'Integer 0x36'
const OF_PROPERTY: Record<string, Sensitivity> = { 1: 'personal', 2: 'private', 3: 'confidential' }
/** The header that says the same of mail from outside. Source: RFC 4021, 2.1.55. */
const HEADER = 'sensitivity'
const OF_HEADER: Record<string, Sensitivity> = {
  personal: 'personal',
  private: 'private',
  'company-confidential': 'confidential',
}

/** The `$expand` that shows it. */
export const EXPAND_SENSITIVITY = `singleValueExtendedProperties($filter=id eq '${PROPERTY}')`

const marked = z.object({
  singleValueExtendedProperties: z.array(z.object({ id: z.string(), value: z.string() })).nullish(),
  internetMessageHeaders: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
})

/** How a message is marked, by its property or its header; null where it is not. */
export function sensitivityOf(raw: unknown): Sensitivity | null {
  const { singleValueExtendedProperties, internetMessageHeaders } = marked.safeParse(raw).data ?? {}
  // Graph may write the tag with its zeros.
  const property = singleValueExtendedProperties?.find(({ id }) => /^integer 0x0*36$/i.test(id))
  const header = internetMessageHeaders?.find(({ name }) => name.toLowerCase() === HEADER)
  return OF_PROPERTY[property?.value ?? ''] ?? OF_HEADER[header?.value.trim().toLowerCase() ?? ''] ?? null
}
