import { required } from './env.ts'

/** Asks the sandbox, which owns the demo's clock, for another pace. */
export async function setPace(action: 'faster' | 'stop' | 'go'): Promise<void> {
  const answer = await fetch(`${required('DEMO_CONTROL_URL')}/pace`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action }),
  })
  if (!answer.ok) throw new Error(`The demo clock answered ${answer.status} to "${action}".`)
}
