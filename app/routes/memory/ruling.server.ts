import { z } from 'zod'
import { readForm } from '#app/form.server.ts'
import { importance } from '#src/domain/verdict.ts'

/** Words as the PM types them: apart by commas or blanks, in any case. */
const words = z
  .string()
  .max(500)
  .transform((typed) =>
    [
      ...new Set(
        typed
          .toLowerCase()
          .split(/[\s,;]+/)
          .filter(Boolean),
      ),
    ].slice(0, 12),
  )

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('forget'), id: z.string() }),
  z.object({
    intent: z.literal('importance'),
    id: z.string(),
    importance,
    whose: z.enum(['person', 'class', 'anybody']),
    type: z.enum(['same', 'any']).default('any'),
    words,
  }),
  z.object({ intent: z.literal('silence'), id: z.string(), scope: z.enum(['matter', 'sort']) }),
])

/** What the form of a memory asks: to change it, or to take it away (no edit). Throws `BadInput`. */
export async function readRuling(request: Request) {
  const asked = await readForm(request, form)
  switch (asked.intent) {
    case 'forget':
      return { id: asked.id, edit: null }
    case 'silence':
      return { id: asked.id, edit: { teaches: 'silence' as const, scope: asked.scope } }
    case 'importance': {
      const { id, importance: right, whose, type, words: about } = asked
      const edit = { teaches: 'importance' as const, importance: right, whose }
      return { id, edit: { ...edit, sameType: type === 'same', words: about } }
    }
  }
}
