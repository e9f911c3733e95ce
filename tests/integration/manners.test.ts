import { z } from 'zod'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { businessNow, realNow, undoEnds } from '#src/adapters/clock.ts'
import { connectStores } from '#src/adapters/dynamo/stores.ts'
import { idFor } from '#src/adapters/ids.ts'
import type { Act } from '#src/domain/act.ts'
import type { Person } from '#src/domain/person.ts'
import type { Cloud } from '#src/sandbox/cloud/cloud.ts'
import { play } from '#src/sandbox/play/player.ts'
import { comeBack } from '#src/use-cases/come-back.ts'
import { editPerson } from '#src/use-cases/edit-person.ts'
import { goAway } from '#src/use-cases/go-away.ts'
import { ThingsWait } from '#src/use-cases/resume.ts'
import { asked, askedScenario, automaticReply, keyOf, ownerOf } from '../fixtures/asked-scenario.ts'
import { openCloud } from '../fixtures/open-cloud.ts'

/** Manners in the running system: a project at Act, in which four tickets are asked for, one a day. */
const [ON_LEAVE, NEVER, WHILE_AWAY, REPLIES] = [0, 1, 2, 3]
const bare = askedScenario([0, 1, 2, 3].map((day) => asked(day, '10:05')))
const away = 'I am away until Monday 15 March. For anything urgent please write to Eve Miller.'
const reply = automaticReply(REPLIES, asked(3, '09:31'), away)
const scenario = { ...bare, mail: [...bare.mail, reply] }
const [by, gus, eve, finn] = ['Robin Vale', 'gus@mill.example', 'eve@mill.example', 'finn@mill.example']

let cloud: Cloud

beforeAll(async () => {
  cloud = await openCloud(scenario)
}, 120_000)

afterAll(async () => cloud.stop())

describe('manners of the running system', () => {
  test('who is on leave is not asked: their deputy is, as the PM entered it', async () => {
    await say(ON_LEAVE, { leave: { from: '2027-03-01', to: '2027-03-05' }, deputy: gus })
    await playTo(scenario.start, asked(0, '11:30'))
    expect(sentTo()).toEqual([gus])
    expect((await mailAbout(ON_LEAVE))?.payload).toMatchObject({
      text: expect.stringContaining('ada Miller is away until Fri 5 Mar and you answer meanwhile.'),
    })
  })

  test('who is never to be contacted is not, whatever is asked for', async () => {
    await say(NEVER, { neverContact: true })
    await playTo(asked(0, '11:30'), asked(1, '12:00'))
    expect(await mailAbout(NEVER)).toBeUndefined()
  })

  test('going away briefs the deputy by a real mail, and holds what the agent would do alone', async () => {
    await playTo(asked(1, '12:00'), asked(2, '10:00'))
    const mail = { what: 'mail' as const, project: 'SP', person: finn, subject: 'Away', text: 'Please.' }
    const brief = { name: 'finn Miller', asking: { asked: mail, by, shown: [], form: businessNow() } }
    await goAway(deps(), { until: '2027-03-03', by, brief })
    await playTo(asked(2, '10:00'), asked(2, '13:00'))
    expect(sentTo()).toEqual([gus, finn])
    expect(await mailAbout(WHILE_AWAY)).toMatchObject({ status: 'held' })
  })

  test('after the end it still waits, until the PM is back and says what becomes of it', async () => {
    await playTo(asked(2, '13:00'), asked(3, '09:30'))
    expect(await mailAbout(WHILE_AWAY)).toMatchObject({ status: 'held' })
    await expect(comeBack(deps(), { by, sendNone: false })).rejects.toThrow(ThingsWait)
    await comeBack(deps(), { by, sendNone: true })
    expect(await mailAbout(WHILE_AWAY)).toMatchObject({ status: 'cancelled' })
  })

  test('an automatic reply that names somebody whom the register knows leads the next chase there', async () => {
    await playTo(asked(3, '09:30'), asked(3, '11:30'))
    expect(await connectStores(cloud.table).people.get('SP', ownerOf(REPLIES))).toMatchObject({
      absence: { from: '2027-03-04', until: '2027-03-15', deputy: eve },
    })
    expect(await mailAbout(REPLIES)).toMatchObject({ status: 'done', outcome: 'lapsed' })
    expect(sentTo()).toEqual([gus, finn, eve])
  })
})

function playTo(from: Date, until: Date) {
  return play({ cloud, scenario, from, until, log: () => undefined })
}

function deps() {
  const all = connectStores(cloud.table)
  const { acts, cycles, pm, projects } = all
  return {
    ...{ ...all, now: businessNow, realNow, undoEnds, newId: idFor, pm: pm.get, project: projects.get },
    ...{ paused: async () => false, hours: async () => (await pm.get()).workingHours },
    ...{ act: acts.get, saveAct: acts.save, running: cycles.running, beat: cycles.beat },
  }
}

/** The PM says something of whoever has a ticket. */
async function say(index: number, over: Partial<Person>): Promise<void> {
  const known = await connectStores(cloud.table).people.get('SP', ownerOf(index))
  if (!known) throw new Error(`${ownerOf(index)} is not in the register.`)
  const { projectId, id, version } = known
  await editPerson(deps(), { projectId, id, version, says: { ...known, ...over }, by })
}

async function mailAbout(index: number): Promise<Act | undefined> {
  const acts = await connectStores(cloud.table).acts.ofProject('SP', 200)
  return acts.find((each) => each.ref === keyOf(index) && each.kind === 'email_stakeholder')
}

const recipients = z.object({
  toRecipients: z.array(z.object({ emailAddress: z.object({ address: z.string() }) })),
})

/** Whom the mailbox has really written to, as the Graph double holds it. */
function sentTo(): string[] {
  return cloud.graph
    .sent()
    .flatMap((mail) => recipients.parse(mail).toRecipients.map((to) => to.emailAddress.address))
}
