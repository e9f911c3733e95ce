import { startClaudeDouble, type ClaudeDouble } from '#src/sandbox/claude/claude-double.ts'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'

/** Who answers: nobody, our double, our double that obeys whoever speaks to it, or the vendor. */
export type ModelChoice = 'none' | 'double' | 'gullible' | 'anthropic'

/** The real model was asked for, and no key was given. */
export class NoModelKey extends Error {
  override name = 'NoModelKey'
}

/** What the functions' `MODEL` says. */
export const modelVariable = (choice: ModelChoice) => (choice === 'none' ? 'none' : 'claude')

type Asked = { choice: ModelChoice; port: number; scenario: Scenario; now: () => Date }

/** The double, which runs in any case, and the secret that points the functions at it or at the vendor. */
export async function startModel({
  choice,
  port,
  scenario,
  now,
}: Asked): Promise<{ claude: ClaudeDouble; values: Record<string, unknown> }> {
  const realKey = process.env['ANTHROPIC_API_KEY']
  if (choice === 'anthropic' && !realKey)
    throw new NoModelKey('MODEL=anthropic needs a key: put it in ANTHROPIC_API_KEY.')
  const mode = choice === 'gullible' ? 'gullible' : 'plain'
  const claude = await startClaudeDouble({ port, apiKey: SANDBOX_KEY, mode, now, faults: scenario.faults })
  const secret = choice === 'anthropic' ? { apiKey: realKey } : { apiKey: SANDBOX_KEY, baseUrl: claude.url }
  return { claude, values: choice === 'none' ? {} : { 'pm-workbench/model': secret } }
}

const SANDBOX_KEY = 'sandbox-model-key'
