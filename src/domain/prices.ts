import { z } from 'zod'

/** The models that may be asked. A Haiku reads and sorts, a Sonnet reasons and drafts. Source: product.md, Model use. */
export const modelName = z.enum(['claude-haiku-5-5', 'claude-sonnet-5-5'])
export type ModelName = z.infer<typeof modelName>

export const HAIKU: ModelName = 'claude-haiku-5-5'
export const SONNET: ModelName = 'claude-sonnet-5-5'

/** Tokens by kind, as the Messages API bills them. `cacheWrite` is of the cache that lives an hour. */
export const usage = z.object({
  input: z.number().int().min(0),
  output: z.number().int().min(0),
  cacheWrite: z.number().int().min(0),
  cacheRead: z.number().int().min(0),
})
export type Usage = z.infer<typeof usage>

/** Where the prices are from, and of when. */
export const PRICES_SOURCE = 'platform.claude.com, models and prices, November 2026'

type Price = {
  /** Nano-dollars per token: a thousand times the list's US dollars per million tokens. */
  input: number
  output: number
  /** A prompt of more tokens than this costs `times` as much. */
  long?: { above: number; times: number }
}

const PRICES: Record<ModelName, Price> = {
  'claude-haiku-5-5': { input: 100, output: 500, long: { above: 100_000, times: 5 } },
  'claude-sonnet-5-5': { input: 2000, output: 10_000 },
}

/** What the hour's cache costs, in tenths of the input price. */
const CACHE_WRITE_TENTHS = 20
const CACHE_READ_TENTHS = 1

/** What a call cost, in whole micro-dollars, rounded up. */
export function costOf(model: ModelName, { input, output, cacheWrite, cacheRead }: Usage): number {
  const price = PRICES[model]
  const tenths = input * 10 + cacheWrite * CACHE_WRITE_TENTHS + cacheRead * CACHE_READ_TENTHS
  const prompt = input + cacheWrite + cacheRead
  const times = price.long && prompt > price.long.above ? price.long.times : 1
  return Math.ceil(((tenths * price.input) / 10 + output * price.output) * (times / 1000))
}

/** The most a call can cost, in micro-dollars: its whole prompt written to the cache, its answer as long as allowed. */
export function worstCase(model: ModelName, inputTokens: number, maxTokens: number): number {
  return costOf(model, { input: 0, output: maxTokens, cacheWrite: inputTokens, cacheRead: 0 })
}

/** No text has more tokens than this: half its bytes, in any language that was tried, plus what the API adds. */
export function mostTokens(...texts: string[]): number {
  const bytes = texts.reduce((sum, text) => sum + new TextEncoder().encode(text).length, 0)
  return Math.ceil(bytes / 2) + 500
}

/** Micro-dollars as people read them: 0.23. */
export function inDollars(micro: number): string {
  return (micro / 1_000_000).toFixed(2)
}
