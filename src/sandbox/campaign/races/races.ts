import { addSeconds } from 'date-fns/addSeconds'
import type { Act } from '#src/domain/act.ts'
import { performDue } from '#src/executor/perform.ts'
import { decide } from '#src/use-cases/decide.ts'
import { sendNow } from '#src/use-cases/send-now.ts'
import { stopHeld } from '#src/use-cases/stop-held.ts'
import { undoDecision } from '#src/use-cases/undo-decision.ts'
import { racedAct, racedDecision, PROJECT } from './raced.ts'
import { START, type RaceDesk } from './race-desk.ts'

/** What came of a race by the rows and the vendor's book: one side, or what must not be. */
export type Outcome = 'first' | 'second' | 'both' | 'neither'
type Sides = [() => Promise<unknown>, () => Promise<unknown>]

/** Two who want to do away with the same thing at the same moment. */
export type Race = {
  name: string
  fault: string
  /** Puts it there, and gives what each side does. */
  pose(desk: RaceDesk, id: string): Promise<Sides>
  outcome(desk: RaceDesk, id: string): Promise<Outcome>
}

const PM = { by: 'Morgan Reid' }
const soon = START.toISOString()

export const RACES: Race[] = [
  {
    ...{ name: 'deciders', fault: 'two decide at once, each for another option' },
    pose: async (desk, id) => {
      await desk.stores.escalations.save(racedDecision(id), { events: [] })
      const choose = (optionId: string) => () =>
        decide(desk.deciding, { projectId: PROJECT, escalationId: id, optionId, ...PM, device: optionId })
      return [choose('A'), choose('B')]
    },
    outcome: async (desk, id) => {
      const asked = await desk.stores.escalations.get(PROJECT, id)
      const acts = (await desk.stores.acts.ofProject(PROJECT, 500)).filter(
        (each) => each.escalationId === id && each.kind === 'jira_comment',
      )
      const planned = new Set(acts.map(({ summary }) => summary.slice(-1)))
      const chosen = asked?.status === 'decided' ? asked.decision.optionId : ''
      return only(planned.has('A') || chosen === 'A', planned.has('B') || chosen === 'B')
    },
  },
  {
    ...{ name: 'expiry', fault: 'an approval meets the expiry' },
    pose: async (desk, id) => {
      const act = await put(desk, racedAct(id, { status: 'awaiting', waitsUntil: soon }))
      const approve = () => sendNow(desk.ruling, { projectId: PROJECT, actId: id, ...PM })
      return [approve, () => performDue(desk.executor, act)]
    },
    outcome: async (desk, id) => {
      const { status } = await goOn(desk, id)
      return only(status === 'done' && went(desk, id) === 1, status === 'expired' && went(desk, id) === 0)
    },
  },
  {
    ...{ name: 'release', fault: 'a stop meets the release' },
    pose: async (desk, id) => {
      const act = await put(desk, racedAct(id, { status: 'held', heldUntil: soon }))
      const stop = () => stopHeld(desk.ruling, { projectId: PROJECT, actId: id, ...PM, reason: 'no' })
      return [stop, () => performDue(desk.executor, act)]
    },
    outcome: async (desk, id) => {
      const { status } = await goOn(desk, id)
      return only(status === 'cancelled' && went(desk, id) === 0, status === 'done' && went(desk, id) === 1)
    },
  },
  {
    ...{ name: 'undo', fault: 'an undo meets the hand' },
    pose: async (desk, id) => {
      await desk.stores.escalations.save(racedDecision(id), { events: [] })
      const choice = { projectId: PROJECT, escalationId: id, optionId: 'A', ...PM, device: 'phone' }
      await decide({ ...desk.deciding, undoEnds: () => desk.now() }, choice)
      const [act] = await planned(desk, id)
      if (!act) throw new Error('Nothing was planned.')
      // The function that takes it back and the one that does it never have the same clock.
      const deciding = { ...desk.deciding, realNow: () => addSeconds(desk.now(), -1) }
      const undo = () => undoDecision(deciding, { projectId: PROJECT, escalationId: id, ...PM })
      return [undo, () => performDue(desk.executor, act)]
    },
    outcome: async (desk, id) => {
      const asked = await desk.stores.escalations.get(PROJECT, id)
      const [act] = await planned(desk, id)
      const { status } = await goOn(desk, act?.id ?? '')
      const effects = went(desk, act?.id ?? '')
      const isUndone = asked?.status === 'pending' && status === 'cancelled' && effects === 0
      return only(isUndone, asked?.status === 'decided' && status === 'done' && effects === 1)
    },
  },
]

function only(first: boolean, second: boolean): Outcome {
  if (first === second) return first ? 'both' : 'neither'
  return first ? 'first' : 'second'
}

const went = ({ did }: RaceDesk, id: string) => did.filter((each) => each === id).length

async function put(desk: RaceDesk, act: Act): Promise<Act> {
  await desk.stores.acts.save(act, { events: [] })
  return act
}

async function planned(desk: RaceDesk, escalationId: string): Promise<Act[]> {
  const acts = await desk.stores.acts.ofProject(PROJECT, 500)
  return acts.filter((each) => each.escalationId === escalationId && each.kind === 'jira_comment')
}

/** Who lost is not asked again; what was left half done is brought to its end by the next minutes' sweeps. */
async function goOn(desk: RaceDesk, id: string): Promise<Act> {
  const before = desk.now()
  let act = await stored(desk, id)
  for (let minute = 1; minute <= 3; minute++) {
    desk.moveTo(addSeconds(before, 60 * minute))
    await performDue(desk.executor, act)
    act = await stored(desk, id)
  }
  desk.moveTo(before)
  return act
}

async function stored(desk: RaceDesk, id: string): Promise<Act> {
  const found = await desk.stores.acts.get(PROJECT, id)
  if (!found) throw new Error(`There is no act ${id}.`)
  return found
}
