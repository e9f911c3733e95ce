import { z } from 'zod'

/** An instant in UTC, ISO 8601 with milliseconds: sorts as text, so it serves in keys. */
export const instant = z.iso.datetime()
