import { randomFrom } from '../random.ts'
import type { Plan, Played } from './play-scene.ts'
import type { Scene } from './scene.ts'
import { SCENES } from './scenes.ts'
import type { Strike } from './worker.ts'

/** `pairs`: how many random ones; the same `seed` draws the same again. */
export type KillOrder = { seed: number; pairs: number }
/** A scene under a plan; `says`: the plan in words. */
export type KillCase = { scene: Scene; plan: Plan; says: string }
/** What the functions of a scene ask for when nothing strikes them. */
type Asks = (scene: Scene) => Promise<Played['requests']>
type KillKind = {
  name: string
  fault: string
  cases(asks: Asks, order: KillOrder): AsyncGenerator<KillCase>
}

/** Turns of a scene in which something else can happen than in those before. */
const TURNS = 3
const CROWD = 10
/** Of four random pairs one is played with ten functions at once. */
const CROWDED_EVERY = 4
/** Who finds what another has left asks for less. */
const OF_A_RECOVERY = 12
const HOWS: Strike['how'][] = ['before', 'after', 'lost']
/** Ten minutes one way and the other: what a vendor's clock, or a function's own, may be off. */
const CLOCKS = [
  { who: 'vendors 10 minutes behind', off: { vendors: -600, workers: 0 } },
  { who: 'vendors 10 minutes ahead', off: { vendors: 600, workers: 0 } },
  { who: 'every other function 10 minutes behind', off: { vendors: 0, workers: -600 } },
  { who: 'every other function 10 minutes ahead', off: { vendors: 0, workers: 600 } },
]

/** Every kind of trouble that the campaign makes. */
export const KILLS: KillKind[] = [
  { name: 'points', fault: 'a function dies before or after each request', cases: points },
  { name: 'pairs', fault: 'two random deaths or lost answers, one after the other', cases: pairs },
  { name: 'replies', fault: 'each answer of Jira, Graph or SES is lost', cases: replies },
  { name: 'crowds', fault: 'schedules fire ten times at once, and one of the ten dies', cases: crowds },
  { name: 'clocks', fault: 'clocks are off by ten minutes, and a function dies', cases: clocks },
]

/** Nothing strikes before that turn, and then this. */
const inTurn = (turn: number, strike: Strike): (Strike | undefined)[] => [
  ...Array.from({ length: turn }, () => undefined),
  strike,
]
const upTo = (most: number) => Array.from({ length: most }, (_, n) => n + 1)

async function* points(asks: Asks): AsyncGenerator<KillCase> {
  for (const scene of SCENES)
    for (const [turn, { all }] of (await asks(scene)).slice(0, TURNS).entries())
      for (const at of upTo(all))
        for (const how of ['before', 'after'] as const)
          yield { scene, plan: { strikes: inTurn(turn, { how, at }) }, says: `turn ${turn}, ${how} ${at}` }
}

async function* replies(asks: Asks): AsyncGenerator<KillCase> {
  for (const scene of SCENES)
    for (const [turn, { vendor }] of (await asks(scene)).slice(0, TURNS).entries())
      for (const at of upTo(vendor))
        yield {
          scene,
          plan: { strikes: inTurn(turn, { how: 'lost', at }) },
          says: `turn ${turn}, lost ${at}`,
        }
}

async function* pairs(asks: Asks, { seed, pairs: count }: KillOrder): AsyncGenerator<KillCase> {
  const lots = randomFrom(seed)
  for (let n = 0; n < count; n++) {
    const scene = drawn(SCENES, lots.below(SCENES.length))
    const most = Math.max(1, ...(await asks(scene)).map(({ all }) => all))
    const strike = (among: number): Strike => {
      return { how: drawn(HOWS, lots.below(HOWS.length)), at: 1 + lots.below(among) }
    }
    const strikes = [strike(most), strike(Math.min(most, OF_A_RECOVERY))]
    const crowd = lots.below(CROWDED_EVERY) === 0 ? CROWD : 1
    yield {
      scene,
      plan: { strikes: [...strikes], crowd },
      says: `pair ${n} of ${crowd}: ${JSON.stringify(strikes)}`,
    }
  }
}

/** Ten at once without a death, and with the death of one at every third request. */
async function* crowds(asks: Asks): AsyncGenerator<KillCase> {
  for (const scene of SCENES) {
    yield { scene, plan: { strikes: [], crowd: CROWD }, says: 'all live' }
    const most = Math.max(1, ...(await asks(scene)).map(({ all }) => all))
    for (const at of upTo(most).filter((each) => each % 3 === 0))
      yield { scene, plan: { strikes: [{ how: 'after', at }], crowd: CROWD }, says: `one dies after ${at}` }
  }
}

/** Around what is written outside: the last requests of the function that does it, and no death at all. */
async function* clocks(asks: Asks): AsyncGenerator<KillCase> {
  for (const scene of SCENES)
    for (const { who, off } of CLOCKS) {
      yield { scene, plan: { strikes: [], off }, says: who }
      const most = Math.max(1, ...(await asks(scene)).map(({ all }) => all))
      for (const at of upTo(most).slice(-5))
        yield { scene, plan: { strikes: [{ how: 'after', at }], off }, says: `${who}, after ${at}` }
    }
}

function drawn<T>(all: readonly T[], n: number): T {
  const found = all[n]
  if (found === undefined) throw new RangeError(`There is no number ${n} among ${all.length}.`)
  return found
}
