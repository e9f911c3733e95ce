import { addMinutes } from 'date-fns/addMinutes'
import { z } from 'zod'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { businessNow, realNow } from '#src/adapters/clock.ts'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectCycles } from '#src/adapters/dynamo/cycles.ts'
import { connectMatters } from '#src/adapters/dynamo/matters.ts'
import { connectPm, connectProjects } from '#src/adapters/dynamo/projects.ts'
import { idFor } from '#src/adapters/ids.ts'
import { wireExecutor } from '#src/agent/wire-executor.ts'
import type { Act } from '#src/domain/act.ts'
import type { AutonomyLevel } from '#src/domain/project.ts'
import { performDue } from '#src/executor/perform.ts'
import { propose } from '#src/executor/propose.ts'
import type { Cloud } from '#src/sandbox/cloud/cloud.ts'
import { play } from '#src/sandbox/play/player.ts'
import { editHeld } from '#src/use-cases/edit-held.ts'
import { setPaused } from '#src/use-cases/pause.ts'
import { resume } from '#src/use-cases/resume.ts'
import { sendNow } from '#src/use-cases/send-now.ts'
import { stopHeld } from '#src/use-cases/stop-held.ts'
import { asked, askedScenario, keyOf, ownerOf } from '../fixtures/asked-scenario.ts'
import { openCloud } from '../fixtures/open-cloud.ts'

/** Law 3 in the running system: one project at Act, seven mails that the agent would send by itself. */
const [LAPSES, STOPPED, HASTENED, EDITED, OBSERVED, PAUSED] = [0, 1, 2, 3, 4, 5]
const scenario = askedScenario([
  ...Array.from({ length: 4 }, () => asked(3, '10:05')),
  asked(1, '10:05'),
  asked(2, '10:05'),
])

let cloud: Cloud
const by = 'Robin Vale'

beforeAll(async () => {
  cloud = await openCloud(scenario)
}, 120_000)

afterAll(async () => cloud.stop())

describe('mails that are held for thirty minutes', () => {
  test('one that is held when the dial goes to Observe never goes', async () => {
    await playTo(scenario.start, asked(1, '10:20'))
    expect(await heldMail(OBSERVED)).toMatchObject({ status: 'held' })
    await turnDial('monitoring')
    await playTo(asked(1, '10:20'), asked(1, '12:00'))
    expect(await heldMail(OBSERVED)).toMatchObject({
      status: 'escalated',
      reason: 'the dial was lowered to Observe',
    })
    await turnDial('tactical')
    await playTo(asked(1, '12:00'), asked(2, '10:00'))
    expect(sentTo()).not.toContain(ownerOf(OBSERVED))
  })

  test('one that is held while paused waits for the PM, and goes once it is resumed', async () => {
    await playTo(asked(2, '10:00'), asked(2, '10:20'))
    await setPaused(cycles(), { paused: true, by })
    await playTo(asked(2, '10:20'), asked(2, '13:00'))
    expect(await heldMail(PAUSED)).toMatchObject({ status: 'held' })
    expect(sentTo()).not.toContain(ownerOf(PAUSED))
    await setPaused(cycles(), { paused: false, by })
    await playTo(asked(2, '13:00'), asked(2, '14:00'))
    expect(sentTo().filter((address) => address === ownerOf(PAUSED))).toHaveLength(1)
  })

  test('are held, each once', async () => {
    await playTo(asked(2, '14:00'), asked(3, '10:20'))
    for (const index of [LAPSES, STOPPED, HASTENED, EDITED])
      expect(await heldMail(index)).toMatchObject({ status: 'held', kind: 'email_stakeholder' })
  })

  test('the PM stops one, hastens one and edits one; the fourth is left alone', async () => {
    await stopHeld(deps(), { ...which(await heldMail(STOPPED)), by, reason: 'Already done' })
    await sendNow(deps(), { ...which(await heldMail(HASTENED)), by })
    const { id, version, payload } = await heldMail(EDITED)
    if (payload.kind !== 'email_stakeholder') throw new Error('That is no mail.')
    const text = `${payload.text} By Friday, please.`
    await editHeld(deps(), { projectId: 'SP', actId: id, version, by, text, subject: payload.subject })
    await playTo(asked(3, '10:20'), asked(3, '11:30'))
    expect(sentTo()).not.toContain(ownerOf(STOPPED))
    expect(await heldMail(LAPSES)).toMatchObject({ status: 'done', outcome: 'lapsed' })
    expect(await heldMail(HASTENED)).toMatchObject({ status: 'done', outcome: 'approved' })
    expect(await heldMail(EDITED)).toMatchObject({ status: 'done', outcome: 'edited' })
    expect(await heldMail(STOPPED)).toMatchObject({ status: 'cancelled', reason: 'Already done' })
    expect(cloud.graph.sent().some(({ body }) => JSON.stringify(body).includes('By Friday, please.'))).toBe(
      true,
    )
  })

  test('one to somebody outside waits for approval, and expires unsent', async () => {
    const executor = await wireExecutor(cloud.table)
    const first = await heldMail(LAPSES)
    const waiting = await propose(
      executor,
      { projectId: 'SP', ticket: null },
      {
        payload: {
          ...{
            kind: 'email_external',
            to: ['vic@vendor.example'],
            cc: [],
            subject: 'Drawings',
            replyTo: null,
          },
          text: 'When can we have them?',
        },
        ...{
          matterId: 'SP',
          ref: 'SP-700',
          rule: 'test@1',
          episode: 'once',
          since: asked(3, '11:30').toISOString(),
        },
        ...{ summary: 'Mail to Vic Vendor', why: 'A test.', evidence: first.evidence, premise: null },
      },
    )
    expect(waiting.status).toBe('awaiting')
    await expect(sendNow(deps(), { ...which(waiting), by })).rejects.toThrow('It goes outside: read it')
    await setPaused(cycles(), { paused: true, by })
    const weekLater = addMinutes(asked(3, '11:30'), 9 * 24 * 60)
    await playTo(asked(3, '11:30'), weekLater)
    const kept = await stored(waiting)
    if (!kept) throw new Error('It is gone.')
    expect(kept).toMatchObject({ status: 'awaiting', version: 1 })
    expect(await performDue(executor, kept)).toMatchObject({ status: 'awaiting', version: 1 })
    await resume(resuming(), { by, sendNone: true })
    expect(await stored(waiting)).toMatchObject({ status: 'awaiting', version: 2 })
    await playTo(weekLater, addMinutes(weekLater, 4 * 24 * 60))
    expect(await stored(waiting)).toMatchObject({ status: 'awaiting' })
    await playTo(addMinutes(weekLater, 4 * 24 * 60), addMinutes(weekLater, 9 * 24 * 60))
    expect(await stored(waiting)).toMatchObject({ status: 'expired' })
    expect(sentTo()).not.toContain('vic@vendor.example')
  })

  test('in the end each went once or never', () => {
    expect(sentTo().toSorted()).toEqual([LAPSES, HASTENED, EDITED, PAUSED].map(ownerOf).toSorted())
  })
})

function playTo(from: Date, until: Date) {
  return play({ cloud, scenario, from, until, log: () => undefined })
}

async function heldMail(index: number): Promise<Act> {
  const acts = await connectActs(cloud.table).ofProject('SP', 200)
  const mails = acts.filter((each) => each.ref === keyOf(index) && each.kind === 'email_stakeholder')
  expect(mails).toHaveLength(1)
  const [mail] = mails
  if (!mail) throw new Error(`No mail about ${keyOf(index)}.`)
  return mail
}

async function stored({ projectId, id }: Act): Promise<Act | undefined> {
  return connectActs(cloud.table).get(projectId, id)
}

function resuming() {
  const matters = connectMatters(cloud.table)
  return { ...deps(), ...cycles(), acts: connectActs(cloud.table), matters }
}

const which = ({ projectId, id: actId }: Act) => ({ projectId, actId })

const recipients = z.object({
  toRecipients: z.array(z.object({ emailAddress: z.object({ address: z.string() }) })),
})

/** Whom the mailbox has really written to, as the Graph double holds it. */
function sentTo(): string[] {
  return cloud.graph
    .sent()
    .flatMap((mail) => recipients.parse(mail).toRecipients.map((to) => to.emailAddress.address))
}

function deps() {
  const acts = connectActs(cloud.table)
  const hours = async () => (await connectPm(cloud.table).get()).workingHours
  return { now: businessNow, realNow, newId: idFor, hours, act: acts.get, saveAct: acts.save }
}

function cycles() {
  const { running, beat } = connectCycles(cloud.table)
  return { now: businessNow, running, beat }
}

async function turnDial(autonomyLevel: AutonomyLevel): Promise<void> {
  const projects = connectProjects(cloud.table)
  const project = await projects.get('SP')
  if (!project) throw new Error('There is no project SP.')
  await projects.save({ ...project, autonomyLevel, version: project.version + 1 })
}
