import { afterEach, expect, test } from 'vitest'
import { rereadEnv } from '#src/adapters/env.ts'
import { connectModel } from '#src/adapters/model/claude.ts'
import { classifyContent, classifyPrompt } from '#src/agent/prompts/classify-prompt.ts'
import { startAwsEndpoint } from '#src/sandbox/cloud/aws-endpoint.ts'
import { startClaudeDouble } from '#src/sandbox/claude/claude-double.ts'
import { aComment } from '../fixtures/talk.ts'

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

test('the line is the environment’s word, then the secret’s: rules only, no key, and a model once a key is there', async () => {
  const secrets: Record<string, unknown> = {}
  const nothing = () => undefined
  const aws = await startAwsEndpoint({
    ...{ port: 0, secrets, log: nothing, invoke: async () => undefined },
    machines: { start: async () => '', describe: nothing, idle: async () => undefined } as never,
    control: { pace: nothing, tick: async () => undefined, undo: nothing, state: nothing, kill: nothing },
  })
  const claude = await startClaudeDouble({ port: 0, apiKey: 'k' })
  ends.push(aws.close, claude.close)
  const set = (MODEL: string) => {
    Object.assign(process.env, {
      ...{
        MODEL,
        APP_TABLE: 't',
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: 'a',
        AWS_SECRET_ACCESS_KEY: 'b',
      },
      AWS_ENDPOINT_URL_SECRETS_MANAGER: aws.url,
    })
    rereadEnv()
  }
  const line = connectModel()
  set('none')
  expect(await line()).toBe('rules only')
  set('claude')
  expect(await line()).toBe('no key')
  secrets['pm-workbench/model'] = { apiKey: 'k', baseUrl: claude.url }
  const call = await line()
  if (typeof call === 'string') throw new Error(call)
  expect(await call({ ...classifyPrompt, content: classifyContent([aComment()]) })).toMatchObject({
    kind: 'answer',
  })
  expect(claude.calls()).toBe(1)
})
