import { addSeconds } from 'date-fns/addSeconds'
import type { Act, ActIn, ActPayload } from '#src/domain/act.ts'
import type { AutonomyLevel } from '#src/domain/project.ts'
import type { Premise } from '#src/domain/premise.ts'
import { stopHeld } from '#src/use-cases/stop-held.ts'
import { executed } from './executed.ts'
import type { HandsWorld } from './hands-world.ts'
import { approve, projectOf, suggest, undone, type Ready, type Scene } from './scene.ts'
import { EVIDENCE, LENA, PROJECT, TICKET } from './setting.ts'
import { pause } from './pause-world.ts'

const MOVED = 'HRB-118'
/** Nobody's, so that the agent may start it by itself. */
const UNSTARTED = 'HRB-120'
const MILESTONE = 'UAT entry'
const INGRID = 'ingrid.solheim@strandline.example'
const NIALL = 'niall.keane@quaypay.example'
/** The thread in which Quaypay says that a version ends. */
const THREAD = 'AAQkADharbour0-LFel8qkw37Fe3SX_KEnQkX0VvgWPEvU='
const THREAD_MAIL = 'AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A9ENxnJl9kJ10kIvdloS5K0xbXjz4C_EMU5vzImktAAA='

const comment: ActPayload = { kind: 'jira_comment', key: TICKET, text: 'Who is on it?' }
const move = (key: string, toStatus: string): ActPayload => ({ kind: 'jira_status_change', key, toStatus })
const fields = (change: Extract<ActPayload, { kind: 'jira_fields' }>['change'], key = TICKET): ActPayload => {
  return { kind: 'jira_fields', key, change }
}
const create: ActPayload = { kind: 'jira_create_ticket', project: PROJECT, title: 'A gate', text: 'Why.' }
const assign: ActPayload = { kind: 'jira_assign', key: TICKET, assignee: LENA }
const flag = fields({ field: 'flag', on: true }, UNSTARTED)
const due = fields({ field: 'due_date', day: '2026-11-06' })
const sprint = fields({ field: 'sprint', sprint: null }, MOVED)
const link = fields({ field: 'link', how: 'blocks', other: 'HRB-131', on: true })
const scope: ActPayload = { kind: 'scope_change', key: MOVED, milestone: MILESTONE, into: false }
const date: ActPayload = {
  ...{ kind: 'milestone_change', project: PROJECT, milestone: MILESTONE, dueOn: '2026-11-06' },
}
const inItsDocument: ActPayload = {
  ...{ kind: 'artefact_update', artefactType: 'delivery_state' },
  changes: [{ op: 'milestone', name: MILESTONE, dueOn: '2026-11-06', evidence: [] }],
}
const words = { cc: [], subject: 'The switch-off', text: 'Could you say by when?' }
const mail: ActPayload = { kind: 'email_stakeholder', to: [INGRID], ...words, replyTo: null }
const replyTo = { ref: '<campaign>', messageId: THREAD_MAIL, conversationId: THREAD }
const chase: ActPayload = { kind: 'email_stakeholder', to: [LENA], ...words, replyTo }
const answer: ActPayload = { kind: 'email_external', to: [NIALL], ...words, replyTo }
const notice: ActPayload = { kind: 'notification_internal', subject: 'Digest', text: 'Nothing needs you.' }
const raid: Extract<ActPayload, { kind: 'artefact_update' }> = {
  ...{ kind: 'artefact_update', artefactType: 'raid_log' },
  changes: [{ op: 'add', item: raidIssue(), evidence: [EVIDENCE] }],
}

function raidIssue() {
  const at = EVIDENCE.at
  return {
    ...({ id: `issue-${TICKET}`, kind: 'issue', title: `${TICKET} is blocked`, severity: 'medium' } as const),
    ...({
      status: 'open',
      origin: TICKET,
      owner: null,
      raisedAt: at,
      dueAt: null,
      mitigation: null,
    } as const),
    ...{ resolution: null, lastReviewedAt: at },
  }
}

const asItStands: Premise = { key: TICKET, status: 'In Progress', flagged: true, unowned: null }
const nobodyWrote: Premise = { conversationId: THREAD, newestAt: '2026-10-21T08:59:59.000Z' }

const sent = (name: string, prepare: Scene['prepare'], effects = 1): Scene => {
  return { name, effects, ends: ['done'], prepare }
}
const approved = (name: string, payload: ActPayload, premise: Premise = null): Scene =>
  sent(`approved: ${name}`, async (world) => fromItsTime(await approve(world, payload, { premise })))
const held = (name: string, payload: ActPayload, premise: Premise): Scene =>
  sent(`held: ${name}`, async (world) => ({ due: [heldUntil(await suggest(world, payload, premise))] }))
const undo = (name: string, payload: ActPayload): Scene =>
  sent(`undo of ${name}`, (world) => undone(world, payload))
const kept = (name: string, ends: Act['status'], prepare: Scene['prepare']): Scene => {
  return { name: `never: ${name}`, effects: 0, ends: [ends], prepare }
}

const fromItsTime = (act: Act): Ready => ({ due: [new Date(as('planned', act).notBefore)] })
const heldUntil = (act: Act) => new Date(as('held', act).heldUntil)

function as<S extends Act['status']>(status: S, act: Act): ActIn<S> {
  if (isIn(status, act)) return act
  throw new Error(`An act of the campaign is ${act.status} and should be ${status}.`)
}
function isIn<S extends Act['status']>(status: S, act: Act): act is ActIn<S> {
  return act.status === status
}

/** Everything that the executor's hands can do, and what they must leave alone. */
export const SCENES: Scene[] = [
  approved('a comment', comment, asItStands),
  approved('a status change', move(MOVED, 'In Review')),
  approved('a new ticket', create),
  approved('an assignee', assign),
  approved('a flag', flag),
  approved('a due date', due),
  approved('out of the sprint', sprint),
  approved('a link', link),
  approved('out of a milestone', scope),
  approved('a mail', mail),
  approved('an answer to somebody outside', answer, nobodyWrote),
  approved('a document', raid),
  { ...approved('a notice to the PM', notice), ends: ['done', 'unknown'] },
  sent(
    'approved: a milestone and then its document',
    async (world) => {
      const first = await approve(world, date)
      await approve(world, inItsDocument, { after: first })
      const { due } = fromItsTime(first)
      return { due: [...due, ...due] }
    },
    2,
  ),
  held('a comment', comment, asItStands),
  held('a status change', move(UNSTARTED, 'In Progress'), null),
  held('a mail chase', chase, nobodyWrote),
  undo('a status change', move(MOVED, 'In Review')),
  undo('an assignee', assign),
  undo('a flag', flag),
  undo('a due date', due),
  undo('out of the sprint', sprint),
  undo('a link', link),
  undo('out of a milestone', scope),
  undo('a milestone', date),
  undo('a document', raid),
  executed([comment, mail], raid),
  kept('held, and the dial goes down to Maintain', 'escalated', async (world) => {
    const due = [heldUntil(await suggest(world, comment, asItStands))]
    await turn(world, 'artefact')
    return { due }
  }),
  kept('approved, and the dial goes down to Observe', 'cancelled', async (world) => {
    const ready = fromItsTime(await approve(world, chase))
    await turn(world, 'monitoring')
    return ready
  }),
  kept('approved, and everything is paused', 'planned', async (world) => {
    await pause(world)
    return fromItsTime(await approve(world, due))
  }),
  kept('held, and stopped by the PM', 'cancelled', async (world) => {
    const act = await suggest(world, chase, nobodyWrote)
    const { acts, pm } = world.stores
    const newId = (at: Date, ...parts: (string | number)[]) => [at.toISOString(), ...parts].join('/')
    const hours = async () => (await pm.get()).workingHours
    const deps = { now: world.now, realNow: world.now, newId, hours, act: acts.get, saveAct: acts.save }
    await stopHeld(deps, { projectId: PROJECT, actId: act.id, by: 'Morgan Reid', reason: 'no' })
    return { due: [heldUntil(act)] }
  }),
  kept('awaiting the PM, who says nothing', 'expired', async (world) => {
    const from = new Date(as('awaiting', await suggest(world, create)).waitsUntil)
    world.moveTo(addSeconds(from, -30))
    return { due: [from] }
  }),
]

async function turn(world: HandsWorld, autonomyLevel: AutonomyLevel): Promise<void> {
  const project = await projectOf(world)
  await world.stores.projects.save({ ...project, autonomyLevel, version: project.version + 1 })
}
