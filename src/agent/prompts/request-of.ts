import type { Request } from '#src/asking/ask.ts'
import type { Prompt } from './prompt.ts'

/** What a prompt asks about these signals (ids) of one project; `worth`: which half by cost of delay, for a Sonnet. */
export function requestOf<T>(
  prompt: Prompt<T>,
  of: Pick<Request<T>, 'content' | 'about' | 'projectId' | 'timeZone' | 'worth' | 'inTurn'>,
): Request<T> {
  const { version: promptVersion, ...rest } = prompt
  return { ...rest, ...of, promptVersion }
}
