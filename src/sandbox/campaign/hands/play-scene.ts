import { addSeconds } from 'date-fns/addSeconds'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import type { Act } from '#src/domain/act.ts'
import { openHandsWorld, type Hands, type HandsWorld, type Off } from './hands-world.ts'
import type { Ready, Scene } from './scene.ts'
import { PROJECT } from './setting.ts'
import type { Strike, Worker } from './worker.ts'

/** `at`: what strikes the first function that has something to do, the second, and so on; `crowd`: how many start at once. */
export type Plan = { strikes: (Strike | undefined)[]; crowd?: number; off?: Off }

/** What became of a scene, from the outside's side. `requests`: of the functions that had something to do, in their order. */
export type Played = {
  doubled: number
  lost: number
  early: number
  outside: number
  /** Acts that stood still for more than a minute although nobody had a lease on them. */
  late: number
  struck: number
  deaths: number
  requests: { all: number; vendor: number }[]
  /** From the last strike to the end, in seconds of business time. */
  recovery: number
}

/** The undo is over by then, and no minute of the schedule falls on the full minute of a hold. */
const FIRST_SWEEP_SECONDS = 11
const SWEEP_SECONDS = 60
const MOST_SWEEPS = 45
/** What nobody should touch any more is swept on for a while, by many at once. */
const SWEEPS_AFTERWARDS = 3
const CROWD_AFTERWARDS = 10
const ENDED: readonly Act['status'][] = ['done', 'failed', 'cancelled', 'escalated', 'expired', 'refused']

/** Plays one scene to its end and counts what the outside has of it. `name` must be another for each in a process. */
export async function playScene(hands: Hands, scene: Scene, name: string, plan: Plan): Promise<Played> {
  const world = await openHandsWorld(hands, name, plan.off)
  try {
    const ready = await scene.prepare(world)
    const before = {
      effects: await world.ledger(),
      acts: new Set((await actsOf(world)).filter(isOver).map(idOf)),
    }
    const tally = openTally(world, ready, before.effects)
    await begin(world, ready, plan, tally)
    await sweepOn(world, plan, tally)
    const left = (await actsOf(world)).filter(({ id }) => !before.acts.has(id))
    return { ...tally.played, ...(await judged(world, scene, left, tally.effects())) }
  } finally {
    await world.close()
  }
}

const idOf = ({ id }: Act) => id
const isOver = ({ status }: Act) => status === 'done'
const actsOf = (world: HandsWorld) => connectActs(world.table).ofProject(PROJECT, 500)

type Tally = ReturnType<typeof openTally>

function openTally(world: HandsWorld, ready: Ready, before: number) {
  const requests: Played['requests'] = []
  const played = { early: 0, late: 0, struck: 0, deaths: 0, recovery: 0, requests }
  let effects = 0
  /** Since when somebody could have gone on with what a death left undone. */
  let freeSince: Date | undefined
  let struckAt: Date | undefined
  return {
    played,
    effects: () => effects,
    after: async (workers: Worker[]) => {
      const due = ready.due.filter((each) => each <= world.now()).length
      effects = (await world.ledger()) - before
      if (effects > due) played.early = Math.max(played.early, effects - due)
      const hit = workers.filter(({ struck }) => struck)
      played.struck += hit.length
      played.deaths += workers.filter(({ dead }) => dead).length
      if (hit.length > 0) {
        struckAt = latest([world.now(), ...ready.due])
        freeSince = latest([struckAt, ...(await leasesOf(world))])
      }
      if (struckAt && (await actsOf(world)).every(isOver)) {
        played.recovery = (world.now().getTime() - struckAt.getTime()) / 1000
        if (freeSince && world.now().getTime() - freeSince.getTime() > SWEEP_SECONDS * 1000) played.late += 1
        struckAt = undefined
      }
    },
  }
}

/** Until when the acts are somebody's. */
async function leasesOf(world: HandsWorld): Promise<Date[]> {
  return (await actsOf(world)).flatMap((act) =>
    act.status === 'executing' ? [new Date(act.lease.until)] : [],
  )
}

const latest = (times: Date[]) => new Date(Math.max(...times.map((each) => each.getTime())))

/** The workflow runs a step again when it died. */
async function begin(world: HandsWorld, { begin: step }: Ready, plan: Plan, tally: Tally): Promise<void> {
  if (!step) return
  for (let ended = 'died'; ended !== 'ended';) {
    const done = await world.work(step, plan.strikes.shift())
    tally.played.requests.push(requestsOf(done.worker))
    await tally.after([done.worker])
    ended = done.ended
  }
}

const requestsOf = ({ requests, vendorRequests }: Worker) => ({ all: requests, vendor: vendorRequests })

async function sweepOn(world: HandsWorld, plan: Plan, tally: Tally): Promise<void> {
  const start = world.now()
  let left = SWEEPS_AFTERWARDS
  for (let n = 0; n < MOST_SWEEPS && left > 0; n++) {
    const at = addSeconds(start, FIRST_SWEEP_SECONDS + n * SWEEP_SECONDS)
    // Every other function's clock is wrong.
    world.moveTo(at, n % 2 === 0 ? world.off.workers : 0)
    const isBusy = (await connectActs(world.table).due(at, at)).length > 0
    const acts = await actsOf(world)
    const isAtRest = acts.every(({ status }) => ENDED.includes(status)) && plan.strikes.length === 0
    if (isAtRest || acts.every(({ status }) => ENDED.includes(status))) left -= 1
    const many = isAtRest ? CROWD_AFTERWARDS : (plan.crowd ?? 1)
    const strike = isBusy ? plan.strikes.shift() : undefined
    const workers = await sweep(world, at, many, strike)
    if (isBusy) tally.played.requests.push(...workers.slice(0, 1).map(requestsOf))
    await tally.after(workers)
  }
}

/** So many at once, the first of them struck; every other one is woken with the act's id, as the stream does. */
async function sweep(
  world: HandsWorld,
  at: Date,
  many: number,
  strike: Strike | undefined,
): Promise<Worker[]> {
  const planned = (await actsOf(world)).find(({ status }) => status === 'planned')
  const events = Array.from({ length: many }, (_, n) =>
    planned && n % 2 === 1
      ? { projectId: planned.projectId, actId: planned.id }
      : { scheduledAt: at.toISOString() },
  )
  const done = await Promise.all(
    events.map((event, n) =>
      world.work((worker) => world.release(worker, event), n === 0 ? strike : undefined),
    ),
  )
  return done.map(({ worker }) => worker)
}

/** A notice of which SES can't say whether it went counts as neither lost nor doubled: the PM is asked. */
async function judged(world: HandsWorld, scene: Scene, acts: Act[], effects: number) {
  const unknown = acts.filter(({ status }) => status === 'unknown').length
  const least = scene.ends.includes('unknown') ? scene.effects - unknown : scene.effects
  const wrongEnds = acts.filter(({ status }) => !scene.ends.includes(status)).length
  const unpermitted = await Promise.all(
    acts.map(async ({ id, status }) =>
      status === 'done' && !(await connectActs(world.table).hasPermit(PROJECT, id)) ? 1 : 0,
    ),
  )
  const isMeantToGo = scene.effects > 0
  return {
    doubled: isMeantToGo ? Math.max(0, effects - scene.effects) : 0,
    lost: isMeantToGo ? Math.max(least - effects, wrongEnds, 0) : wrongEnds,
    outside: (isMeantToGo ? 0 : effects) + unpermitted.reduce<number>((sum, each) => sum + each, 0),
  }
}
