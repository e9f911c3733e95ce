import { addMinutes } from 'date-fns/addMinutes'
import { running } from '#src/domain/cycle.ts'
import type { HandsWorld } from './hands-world.ts'

/** As the PM pauses it, after a check that found nothing. */
export async function pause({ stores, now }: Pick<HandsWorld, 'stores' | 'now'>): Promise<void> {
  const at = now().toISOString()
  const nextCheckAt = addMinutes(now(), 15).toISOString()
  const beat = { id: 'agent', version: 1, projectId: 'GLOBAL', heartbeatAt: at, nextCheckAt }
  const rest = { lease: null, lastCheckAt: at, readings: [], blind: [] }
  await stores.cycles.beat(running.parse({ ...beat, ...rest, paused: true, pausedAt: at }))
}
