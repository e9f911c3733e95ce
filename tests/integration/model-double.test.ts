import { afterEach, describe, expect, test } from 'vitest'
import { reasonContent, reasonPrompt } from '#src/agent/prompts/reason-prompt.ts'
import { claude } from '#src/adapters/model/claude.ts'
import { startClaudeDouble, type ClaudeDouble } from '#src/sandbox/claude/claude-double.ts'
import { aFrame } from '../fixtures/frame.ts'
import { NINE } from '../fixtures/desk.ts'
import { apiKey } from '../fixtures/model-desk.ts'

let double: ClaudeDouble | undefined
afterEach(async () => {
  await double?.close()
  double = undefined
})

describe('the double refuses what the real one refuses', () => {
  const good = {
    model: 'claude-sonnet-5-5',
    max_tokens: 100,
    messages: [{ role: 'user', content: 'Hello' }],
  }
  const format = { type: 'json_schema', schema: { type: 'object', properties: {} } }
  const headers = { authorization: `Bearer ${apiKey}`, 'anthropic-version': '2026-10-21' }
  const send = async (body: object, over: Record<string, string> = {}) => {
    const at = await startClaudeDouble({ port: 0, apiKey })
    double = at
    const answer = await fetch(`${at.url}/v1/messages`, {
      method: 'POST',
      headers: { ...headers, ...over, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return answer.status
  }

  test.each([
    ['nothing', good, {}, 200],
    ['an unknown model', { ...good, model: 'claude-3-opus' }, {}, 404],
    ['a temperature', { ...good, temperature: 0 }, {}, 400],
    ['a prefill', { ...good, messages: [...good.messages, { role: 'assistant', content: '{' }] }, {}, 400],
    ['no max_tokens', { model: good.model, messages: good.messages }, {}, 400],
    ['a forced tool on Sonnet', { ...good, tool_choice: { type: 'tool', name: 'x' } }, {}, 400],
    ['an open schema', { ...good, output_config: { format } }, {}, 400],
    ['a field it does not know', { ...good, colour: 'red' }, {}, 400],
    ['a wrong key', good, { authorization: 'Bearer x' }, 401],
    ['a bad version', good, { 'anthropic-version': '2020-01-01' }, 400],
  ])('%s', async (_, body, over, status) => {
    expect(await send(body, over)).toBe(status)
  })

  test('a long prefix is written to the cache once, and read for an hour from each hit', async () => {
    let now = NINE
    const at = await startClaudeDouble({ port: 0, apiKey, now: () => now })
    double = at
    const call = claude({ apiKey, baseUrl: at.url })
    const long = {
      ...reasonPrompt,
      system: 'A stable prefix. '.repeat(400),
      content: reasonContent(aFrame()),
    }
    const used = async () => {
      const reply = await call(long)
      return reply.kind === 'answer' ? reply.usage : undefined
    }
    const first = await used()
    expect(first?.cacheWrite).toBeGreaterThan(1024)
    now = new Date(NINE.getTime() + 50 * 60_000)
    expect(await used()).toMatchObject({ cacheWrite: 0, cacheRead: first?.cacheWrite })
    now = new Date(NINE.getTime() + 100 * 60_000)
    expect(await used()).toMatchObject({ cacheWrite: 0 })
    now = new Date(NINE.getTime() + 200 * 60_000)
    expect(await used()).toMatchObject({ cacheRead: 0 })
  })
})
