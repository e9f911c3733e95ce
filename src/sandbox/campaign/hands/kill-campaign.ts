import { openHands } from './hands-world.ts'
import { KILLS, type KillCase, type KillOrder } from './kill-cases.ts'
import { counted, emptyRow, type KillRow } from './kill-row.ts'
import { playScene, type Played } from './play-scene.ts'
import type { Scene } from './scene.ts'

/**
 * Kills functions at every request of the executor's and at random ones, loses answers, starts schedules ten times at once
 * and sets clocks wrong. Counted is what the vendors' own books have. `names`: which kinds; none: all.
 */
export async function killCampaign(
  names: string[],
  say: (row: KillRow) => void,
  order: KillOrder,
): Promise<KillRow[]> {
  const hands = await openHands()
  let plays = 0
  const play = ({ scene, plan }: Pick<KillCase, 'scene' | 'plan'>): Promise<Played> =>
    playScene(hands, scene, `play ${plays++}`, { ...plan, strikes: [...plan.strikes] })
  const known = new Map<Scene, Promise<Played['requests']>>()
  const asks = (scene: Scene) => {
    const asked = known.get(scene) ?? play({ scene, plan: { strikes: [] } }).then((calm) => calm.requests)
    known.set(scene, asked)
    return asked
  }
  const rows: KillRow[] = []
  try {
    for (const kind of KILLS.filter(({ name }) => names.length === 0 || names.includes(name))) {
      let row = emptyRow(kind.fault)
      for await (const each of kind.cases(asks, order))
        row = counted(row, `${each.scene.name}; ${each.says}`, await play(each))
      say(row)
      rows.push(row)
    }
    return rows
  } finally {
    await hands.stop()
  }
}
