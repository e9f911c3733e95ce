import { addMonths } from 'date-fns/addMonths'
import { format } from 'date-fns/format'
import { parseISO } from 'date-fns/parseISO'
import { connectSpending } from '#src/adapters/dynamo/spending.ts'
import type { Table } from '#src/adapters/dynamo/table.ts'
import { claude } from '#src/adapters/model/claude.ts'
import { fingerprint } from '#src/adapters/model/fingerprint.ts'
import { asker, type Ask } from '#src/asking/ask.ts'
import { costOfCall, type CallModel, type ModelCall, type ModelLine } from '#src/domain/model-call.ts'
import { monthOf } from '#src/domain/spending.ts'
import { startClaudeDouble } from '#src/sandbox/claude/claude-double.ts'
import { NoModelKey } from '#src/sandbox/cloud/model.ts'
import { askUnder, type Settings } from './settings.ts'
import type { Stored } from './stored.ts'

export type Spent = { calls: number; costUsd: number }

/** How a replay asks: of what was answered then, unless another model is named; what nobody answered then, rules decide. */
export async function askStored(
  table: Table,
  { calls }: Pick<Stored, 'calls'>,
  settings: Settings,
  now: () => Date,
): Promise<{ ask: Ask; spent(months: string[]): Promise<Spent & { anew: number }>; close(): Promise<void> }> {
  const answers = settings.model === undefined ? calls : []
  const used = new Set<ModelCall>()
  const spending = connectSpending(table)
  const line = await lineOf(settings, now)
  const find: typeof spending.find = async (hash, day) => {
    const known = answers.find((call) => call.hash === hash && isNear(call.day, day))
    if (known) used.add(known)
    return known ?? (await spending.find(hash, day))
  }
  const deps = { now, realNow: now, model: async () => line.model, fingerprint }
  return {
    ask: askUnder(settings, asker({ ...deps, spending: { ...spending, find } })),
    spent: async (months) => {
      const lists = await Promise.all(months.map((month) => spending.list(month)))
      const anew = spentOn(lists.flatMap((list) => list.calls))
      const kept = spentOn([...used])
      const calls = kept.calls + anew.calls
      return { calls, anew: anew.calls, costUsd: kept.costUsd + anew.costUsd }
    },
    close: line.close,
  }
}

/** An answer is found again in its month and in the next, as the store of spending has it. */
function isNear(of: string, day: string): boolean {
  const next = format(addMonths(parseISO(`${monthOf(of)}-01`), 1), 'yyyy-MM')
  return of <= day && [monthOf(of), next].includes(monthOf(day))
}

/** What calls have cost, those that cost anything. */
export function spentOn(calls: ModelCall[]): Spent {
  const paid = calls.filter((call) => costOfCall(call) > 0)
  return { calls: paid.length, costUsd: paid.reduce((sum, call) => sum + costOfCall(call), 0) / 1_000_000 }
}

type Line = { model: ModelLine; close(): Promise<void> }

async function lineOf({ model, prompts }: Settings, now: () => Date): Promise<Line> {
  const nothing = async () => undefined
  if (model === 'none') return { model: 'rules only', close: nothing }
  if (model === undefined && prompts === undefined) return { model: nobody, close: nothing }
  if (model === 'anthropic') {
    const apiKey = process.env['ANTHROPIC_API_KEY']
    if (!apiKey) throw new NoModelKey('MODEL=anthropic needs a key: put it in ANTHROPIC_API_KEY.')
    return { model: claude({ apiKey }), close: nothing }
  }
  const mode = model === 'gullible' ? 'gullible' : 'plain'
  const double = await startClaudeDouble({ port: 0, apiKey: KEY, mode, now })
  return { model: claude({ apiKey: KEY, baseUrl: double.url }), close: double.close }
}

const KEY = 'replay'

const nobody: CallModel = async () => ({
  kind: 'unavailable',
  cost: 'none',
  reason: 'It was not asked then.',
})
