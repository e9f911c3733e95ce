import { z } from 'zod'
import type { CallModel } from '#src/domain/model-call.ts'
import { plainAnswer } from '#src/sandbox/claude/plain.ts'
import { shownIn } from '#src/sandbox/claude/shown.ts'

const NOTHING = { input: 0, output: 0, cacheWrite: 0, cacheRead: 0 }

/** Answers at once and costs nothing, so that what is measured is everything around it. */
export const instantModel: CallModel = async ({ content, schema }) => {
  const shown = shownIn(content, JSON.stringify(z.toJSONSchema(schema)))
  if (!shown) throw new Error('That is no prompt of ours.')
  return { kind: 'answer', answer: schema.parse(plainAnswer(shown)), usage: NOTHING }
}
