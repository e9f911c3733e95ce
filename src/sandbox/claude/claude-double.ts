import type { FaultFile } from '#src/sandbox/scenario/scenario-files.ts'
import { whole, type Answer, type Incoming, type Plan } from '#src/sandbox/vendor/answer.ts'
import { controlAnswer } from '#src/sandbox/vendor/control.ts'
import { faultBox, type Fault } from '#src/sandbox/vendor/fault-box.ts'
import { serve } from '#src/sandbox/vendor/serve.ts'
import { gullibleAnswer } from './gullible.ts'
import { meter, type ApiUsage } from './meter.ts'
import { misquoted, plainAnswer } from './plain.ts'
import { readRequest, wordsOf, type ApiError, type MessagesRequest } from './request.ts'
import { shownIn, type Shown } from './shown.ts'

/** How it answers: as the rules would, as anybody in the prompt tells it, misquoting, or from a list (then plainly). */
export type ClaudeMode = 'plain' | 'gullible' | 'misquoting' | { scripted: unknown[] }

export type ClaudeDoubleOptions = {
  /** 0: any free port. */
  port: number
  apiKey: string
  mode?: ClaudeMode
  /** Scenario time; the cache lives in it. */
  now?: () => Date
  faults?: FaultFile[]
  hangMs?: number
}

export type ClaudeCall = { model: string; prompt: string; usage: ApiUsage; stopReason: string }

export type ClaudeDouble = {
  url: string
  close: () => Promise<void>
  /** Calls that were worked out, whether or not their answer arrived. */
  calls: () => number
  journal: () => readonly ClaudeCall[]
  /** Replaces all faults, those of faults.json too. */
  setFaults: (faults: readonly Fault[]) => void
}

/** The Messages API on a local port: refuses what the real one refuses, counts tokens and cache, and costs nothing. */
export async function startClaudeDouble(options: ClaudeDoubleOptions): Promise<ClaudeDouble> {
  const { port, apiKey, mode = 'plain', now = () => new Date(), hangMs } = options
  const faults = faultBox(
    (options.faults ?? []).filter((fault) => fault.target === 'claude'),
    '/v1/',
  )
  const journal: ClaudeCall[] = []
  const measure = meter()
  const script = typeof mode === 'object' ? [...mode.scripted] : []

  const work = (request: MessagesRequest, fault: Fault['fault'] | undefined): Answer => {
    const { content, schema, system, prefix } = wordsOf(request)
    const shown = shownIn(content, schema)
    const full = JSON.stringify(script.length > 0 ? script.shift() : answerTo(shown, mode))
    const text = spoilt(full, fault)
    const stopReason = fault === 'refusal' ? 'refusal' : fault === 'cut' ? 'max_tokens' : 'end_turn'
    const usage = measure(request, text, now())
    journal.push({ model: request.model, prompt: `${prefix}${system}\n${content}`, usage, stopReason })
    return { status: 200, body: message(request, { text, stopReason, usage, number: journal.length }) }
  }

  const failed = (text: string) => ({ type: 'error', error: { type: 'api_error', message: text } })
  const plan = (incoming: Incoming): Plan => {
    const control = controlAnswer(incoming, { journal: () => journal, setFaults: faults.set, failed })
    if (control) return whole(control)
    if (incoming.method !== 'POST' || incoming.url.split('?')[0] !== '/v1/messages')
      return refusal({ status: 404, type: 'not_found_error', message: `No ${incoming.url} here.` })
    const request = readRequest(incoming, apiKey)
    if ('error' in request) return refusal(request.error)
    const asked = { method: 'POST', url: `${incoming.url} ${incoming.text}`, hasToken: false }
    const fault = faults.take(asked, now().getTime())
    return struck(fault, () => work(request, fault?.fault))
  }
  const served = await serve({ name: 'The Claude double', port, hangMs, failed }, plan)
  return { ...served, calls: () => journal.length, journal: () => journal, setFaults: faults.set }
}

function answerTo(shown: Shown | undefined, mode: ClaudeMode): unknown {
  if (!shown) return {}
  if (mode === 'gullible') return gullibleAnswer(shown)
  return mode === 'misquoting' ? misquoted(shown) : plainAnswer(shown)
}

function spoilt(text: string, fault: Fault['fault'] | undefined): string {
  if (fault === 'refusal') return ''
  if (fault === 'cut') return text.slice(0, Math.floor(text.length / 2))
  return fault === 'malformed' ? '{"signals":"all of them"}' : text
}

function struck(fault: Fault | undefined, work: () => Answer): Plan {
  switch (fault?.fault) {
    case '401':
      return refusal({ status: 401, type: 'authentication_error', message: 'invalid x-api-key' })
    case '429':
    case 'throttle': {
      const refused = { status: 429, type: 'rate_limit_error', message: 'Too many requests' }
      return refusal(refused, { 'retry-after': String(fault.retryAfterSeconds ?? 5) })
    }
    case '529':
      return refusal({ status: 529, type: 'overloaded_error', message: 'Overloaded' })
    case '500':
      return refusal({ status: 500, type: 'api_error', message: 'Internal server error' })
    case 'timeout':
      return { way: 'hang' }
    case 'drop':
      return { way: 'drop' }
    case 'lostReply':
      work()
      return { way: 'drop' }
    default:
      return whole(work())
  }
}

function refusal({ status, type, message: text }: ApiError, headers: Record<string, string> = {}): Plan {
  const body = { type: 'error', error: { type, message: text }, request_id: 'req_double' }
  return whole({ status, body, headers })
}

type Said = { text: string; stopReason: string; usage: ApiUsage; number: number }

function message({ model }: MessagesRequest, { text, stopReason, usage, number }: Said) {
  return {
    ...{ id: `msg_${number}`, type: 'message', role: 'assistant', model },
    content: text === '' ? [] : [{ type: 'text', text, citations: null }],
    ...{ stop_reason: stopReason, stop_sequence: null, usage },
  }
}
