import { z } from 'zod'
import { modelName } from '#src/domain/prices.ts'

const text = z.looseObject({ type: z.literal('text'), text: z.string() })
const cached = text.extend({
  cache_control: z
    .object({ type: z.literal('ephemeral'), ttl: z.enum(['5m', '1h']).default('5m') })
    .optional(),
})
const content = z.union([z.string(), z.array(text).min(1)])

/** A request as the Messages API of 2026-10-21 takes it, as far as the workbench uses it; nothing beyond is taken. */
const messagesRequest = z.strictObject({
  model: z.string(),
  max_tokens: z.number().int().min(1).max(128_000),
  system: z.union([z.string(), z.array(cached)]).optional(),
  messages: z.array(z.strictObject({ role: z.enum(['user', 'assistant']), content })).min(1),
  thinking: z.strictObject({ type: z.enum(['adaptive', 'disabled', 'between_tools']) }).optional(),
  output_config: z
    .strictObject({
      effort: z.enum(['low', 'medium', 'high', 'xhigh', 'max']).optional(),
      format: z.strictObject({ type: z.literal('json_schema'), schema: z.looseObject({}) }).optional(),
    })
    .optional(),
  tools: z.array(z.looseObject({ name: z.string() })).optional(),
  tool_choice: z.looseObject({ type: z.enum(['auto', 'any', 'tool', 'none']) }).optional(),
  metadata: z.looseObject({}).optional(),
  stop_sequences: z.array(z.string()).optional(),
})
export type MessagesRequest = z.infer<typeof messagesRequest>

/** An error in the API's own shape. */
export type ApiError = { status: number; type: string; message: string }

const SAMPLING = ['temperature', 'top_p', 'top_k']
const VERSIONS: readonly unknown[] = ['2026-10-21', '2023-06-01']

type Asked = { headers: Record<string, unknown>; body: unknown }

/** The request past everything that the real API rejects, or its rejection. */
export function readRequest({ headers, body }: Asked, apiKey: string): MessagesRequest | { error: ApiError } {
  const error = (status: number, type: string, message: string) => ({ error: { status, type, message } })
  const bad = (message: string) => error(400, 'invalid_request_error', message)
  if (headers['authorization'] !== `Bearer ${apiKey}` && headers['x-api-key'] !== apiKey)
    return error(401, 'authentication_error', 'invalid x-api-key')
  if (!VERSIONS.includes(headers['anthropic-version'])) return bad('anthropic-version: header is required')
  const given = z.looseObject({}).safeParse(body)
  if (!given.success) return bad('The request body is not valid JSON')
  const sampling = SAMPLING.find((name) => name in given.data)
  if (sampling !== undefined) return bad(`${sampling}: sampling parameters are not supported by this model`)
  const parsed = messagesRequest.safeParse(body)
  if (!parsed.success) {
    const [first] = parsed.error.issues
    return bad(`${first?.path.join('.') ?? ''}: ${first?.message ?? 'invalid'}`)
  }
  const request = parsed.data
  if (!modelName.safeParse(request.model).success)
    return error(404, 'not_found_error', `model: ${request.model}`)
  const wrong = refused(request)
  return wrong === undefined ? request : bad(wrong)
}

function refused(request: MessagesRequest): string | undefined {
  const { messages, model, tool_choice: choice, output_config: output } = request
  if (messages.at(-1)?.role !== 'user')
    return 'messages: the last message must have the role user; prefilling is not supported'
  if (model.includes('sonnet') && (choice?.type === 'tool' || choice?.type === 'any'))
    return 'tool_choice: forced tool use is not supported by this model'
  return output?.format && !isClosed(output.format.schema)
    ? 'output_config.format.schema: every object must set additionalProperties to false'
    : undefined
}

function isClosed(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.every(isClosed)
  const node = z.record(z.string(), z.unknown()).safeParse(schema)
  if (!node.success) return true
  const open = node.data['type'] === 'object' && node.data['additionalProperties'] !== false
  return !open && Object.values(node.data).every(isClosed)
}

/** The words of a request: its stable prefix, and the rest. */
export function wordsOf({ system, messages, output_config: output }: MessagesRequest) {
  const plain = (of: z.infer<typeof content>) =>
    typeof of === 'string' ? of : of.map((block) => block.text).join('\n')
  const blocks = typeof system === 'string' ? [] : (system ?? [])
  const marked = blocks.findLastIndex((block) => block.cache_control !== undefined)
  const prefix = blocks.slice(0, marked + 1)
  const rest =
    typeof system === 'string'
      ? system
      : blocks
          .slice(marked + 1)
          .map((block) => block.text)
          .join('\n')
  return {
    prefix: prefix.map((block) => block.text).join('\n'),
    ttl: prefix.at(-1)?.cache_control?.ttl ?? '5m',
    system: rest,
    schema: JSON.stringify(output?.format?.schema ?? ''),
    content: messages.map((message) => plain(message.content)).join('\n'),
  }
}
