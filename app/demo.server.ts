import { required } from '#src/adapters/env.ts'

export type PaceAction = 'faster' | 'stop' | 'go'

/** Asks the sandbox, which owns the demo's clock, for another pace. */
export async function setPace(action: PaceAction): Promise<void> {
  const answer = await fetch(`${required('DEMO_CONTROL_URL')}/pace`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action }),
  })
  if (!answer.ok) throw new Error(`The demo clock answered ${answer.status} to "${action}".`)
}
