import type { z } from 'zod'
import { BadInput } from '#app/refusals.server.ts'

/** Reads a form by its schema; what does not fit never came from our page. Throws `BadInput`. */
export async function readForm<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  return readFields(await request.formData(), schema)
}

/** The same of a form that has been received. */
export function readFields<T>(form: FormData, schema: z.ZodType<T>): T {
  const read = schema.safeParse(Object.fromEntries(form))
  if (read.success) return read.data
  const fields = read.error.issues.map((issue) => issue.path.join('.') || 'form').join(', ')
  throw new BadInput(`This form is not one of this page's: ${fields}.`)
}
