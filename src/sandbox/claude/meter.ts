import { modelName, type ModelName } from '#src/domain/prices.ts'
import { wordsOf, type MessagesRequest } from './request.ts'

/** Characters to a token, about: good enough to see what a prompt costs. */
const CHARACTERS = 3.5
/** A shorter prefix is not cached, and nobody says so. Haiku's own number is not published. */
const LEAST_CACHED: Record<ModelName, number> = { 'claude-haiku-5-5': 2048, 'claude-sonnet-5-5': 1024 }
const MINUTES = { '5m': 5, '1h': 60 }

/** Usage in the API's own words. */
export type ApiUsage = {
  input_tokens: number
  output_tokens: number
  cache_creation_input_tokens: number
  cache_read_input_tokens: number
}

/** Counts tokens, and keeps prefixes for as long as the cache would; each hit begins its time anew. */
export function meter() {
  const cached = new Map<string, number>()
  return (request: MessagesRequest, answer: string, now: Date): ApiUsage => {
    const { prefix, ttl, system, schema, content } = wordsOf(request)
    const size = tokens(prefix)
    const least = LEAST_CACHED[modelName.parse(request.model)]
    const counts = {
      output_tokens: Math.max(1, tokens(answer)),
      input_tokens: tokens(system + schema + content),
    }
    if (size < least)
      return {
        ...counts,
        input_tokens: counts.input_tokens + size,
        cache_creation_input_tokens: 0,
        cache_read_input_tokens: 0,
      }
    const key = `${request.model}\n${prefix}`
    const hit = (cached.get(key) ?? 0) > now.getTime()
    cached.set(key, now.getTime() + MINUTES[ttl] * 60_000)
    return {
      ...counts,
      cache_creation_input_tokens: hit ? 0 : size,
      cache_read_input_tokens: hit ? size : 0,
    }
  }
}

const tokens = (text: string) => Math.ceil(text.length / CHARACTERS)
