import Anthropic, { APIError } from '@anthropic-ai/sdk'
import { zodOutputFormat } from '@anthropic-ai/sdk/helpers/zod'
import { z } from 'zod'
import { env } from '#src/adapters/env.ts'
import { modelCredentials } from '#src/adapters/secrets.ts'
import type { CallModel, ModelLine, Question, Reply } from '#src/domain/model-call.ts'
import { HAIKU, type Usage } from '#src/domain/prices.ts'

/** Said aloud: left out, the SDK would look into the environment. */
const VENDOR = 'https://api.anthropic.com'

/** Less than a Lambda of triage has, so that it lives to book what the call cost. */
const TIMEOUT_MS = 40_000

/** Answers that say for certain that nothing was worked out, so nothing is billed. */
const NOT_BILLED: readonly number[] = [400, 401, 403, 404, 413, 429, 503, 529]

/**
 * The line to Claude, looked up at each call: a key that was put in, or rotated, is used without a redeploy.
 * `MODEL=none` is obeyed whatever key there is.
 */
export function connectModel(): () => Promise<ModelLine> {
  return async () => {
    if (env().MODEL === 'none') return 'rules only'
    const credentials = await modelCredentials()
    return credentials ? claude(credentials) : 'no key'
  }
}

/** Calls the Messages API at `baseUrl`, or at the vendor's own. Retries belong to the workflow. */
export function claude(at: { apiKey: string; baseUrl?: string | undefined }): CallModel {
  const client = new Anthropic({
    apiKey: at.apiKey,
    maxRetries: 0,
    timeout: TIMEOUT_MS,
    baseURL: at.baseUrl ?? VENDOR,
  })
  return (question) => call(client, question)
}

/**
 * `messages.create`, not `.parse`: that throws at an answer which does not fit its schema, and with it goes the usage
 * that has to be booked.
 */
async function call<T>(client: Anthropic, question: Question<T>): Promise<Reply<T>> {
  const format = zodOutputFormat(question.schema)
  let answered: Anthropic.Message
  try {
    answered = await client.messages.create({
      model: question.model,
      max_tokens: question.maxTokens,
      thinking: { type: 'between_tools' },
      output_config: { effort: question.model === HAIKU ? 'low' : 'medium', format },
      system: [{ type: 'text', text: question.system, cache_control: { type: 'ephemeral', ttl: '1h' } }],
      messages: [{ role: 'user', content: question.content }],
    })
  } catch (error) {
    return unavailable(error)
  }
  const usage = usageOf(answered)
  if (!usage)
    return { kind: 'unavailable', cost: 'unknown', reason: 'The model service answered something else.' }
  return { ...answerOf(answered, format.parse), usage }
}

type Ending<T> =
  { kind: 'answer'; answer: T } | { kind: 'spoilt'; why: 'refusal' | 'cut short' | 'malformed' }

function answerOf<T>(message: Anthropic.Message, parse: (text: string) => T): Ending<T> {
  if (message.stop_reason === 'refusal') return { kind: 'spoilt', why: 'refusal' }
  if (message.stop_reason !== 'end_turn') return { kind: 'spoilt', why: 'cut short' }
  const text = message.content.map((block) => (block.type === 'text' ? block.text : '')).join('')
  try {
    return { kind: 'answer', answer: parse(text) }
  } catch {
    return { kind: 'spoilt', why: 'malformed' }
  }
}

const message = z.looseObject({
  content: z.array(z.looseObject({ type: z.string() })),
  usage: z.looseObject({
    input_tokens: z.number().int(),
    output_tokens: z.number().int(),
    cache_creation_input_tokens: z.number().int().nullish(),
    cache_read_input_tokens: z.number().int().nullish(),
  }),
})

/** Undefined when what came back is no message at all. */
function usageOf(answered: unknown): Usage | undefined {
  const read = message.safeParse(answered)
  if (!read.success) return undefined
  const { input_tokens, output_tokens, cache_creation_input_tokens, cache_read_input_tokens } =
    read.data.usage
  return {
    input: input_tokens,
    output: output_tokens,
    cacheWrite: cache_creation_input_tokens ?? 0,
    cacheRead: cache_read_input_tokens ?? 0,
  }
}

/** Whatever went wrong, the rules take over; what differs is whether the vendor may bill it. */
function unavailable(error: unknown): { kind: 'unavailable'; cost: 'none' | 'unknown'; reason: string } {
  const status: unknown = error instanceof APIError ? error.status : undefined
  const billed = typeof status !== 'number' || !NOT_BILLED.includes(status)
  return { kind: 'unavailable', cost: billed ? 'unknown' : 'none', reason: reasonOf(status, error) }
}

function reasonOf(status: unknown, error: unknown): string {
  if (status === 401 || status === 403) return 'The model service does not accept the key.'
  if (status === 429) return 'The model service asks us to wait.'
  if (status === 400 || status === 404) return 'The model service does not take what it is asked.'
  if (typeof status === 'number') return `The model service does not answer (${status}).`
  return `The model service does not answer (${error instanceof Error ? error.name : 'unknown'}).`
}
