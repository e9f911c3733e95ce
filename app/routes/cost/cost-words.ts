import { costOfCall, type ModelCall, type SkippedCall } from '#src/domain/model-call.ts'
import type { RungName } from '#src/domain/spending.ts'

const MICRO = 1_000_000

/** "0.0123 USD", with as many digits as tell it from nothing. */
export function dollars(micro: number): string {
  const amount = micro / MICRO
  const digits = amount !== 0 && amount < 0.1 ? 4 : 2
  return `${amount.toFixed(digits)} USD`
}

/** A stage of the ladder in one sentence. */
export const RUNG_WORDS: Record<RungName, string> = {
  normal: 'Nothing is saved on: both models are called as needed.',
  fewerSonnet: 'Saving: fewer options by the larger model.',
  halfHourly: 'Saving: checks every 30 min.',
  haikuOnly: 'Saving: checks every hour, simpler drafts.',
  rulesOnly: 'Rules only: no model is called.',
}

export const WHY_WORDS: Record<SkippedCall['why'], string> = { saving: 'saving', budget: 'limit reached' }

/** What a step of the agent does, as a heading. */
export function stepWords(step: string): string {
  return STEPS[step] ?? step
}

const STEPS: Record<string, string> = {
  sanitise: 'Reading long texts',
  classify: 'Sorting',
  reason: 'Options and drafts',
}

/** A call as the list shows it: nothing of what was asked or answered. */
export function callWords(call: ModelCall) {
  const { hash, askedAt, step, model } = call
  return {
    id: `${hash} ${askedAt}`,
    at: askedAt,
    step,
    model,
    cost: costOfCall(call),
    ended: endedWords(call),
  }
}

function endedWords(call: ModelCall): string {
  switch (call.status) {
    case 'reserved':
      return 'under way'
    case 'settled':
      return call.spoilt === null ? 'answered' : `answer not used: ${call.spoilt}`
    case 'lost':
      return 'no answer, charged in full'
    case 'released':
      return 'not answered, cost nothing'
  }
}
