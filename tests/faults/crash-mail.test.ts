import { addSeconds } from 'date-fns/addSeconds'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import type { Act, ActState } from '#src/domain/act.ts'
import { anAct } from '../fixtures/builders.ts'
import { openCrashDesk, type CrashDesk } from '../fixtures/crash-desk.ts'
import { ann, crashScenario, mailNames, readers } from '../fixtures/crash-mail.ts'
import { slotOf } from '../fixtures/flagged-scenario.ts'

const around = (...requests: string[]) => requests.flatMap((each) => [`before:${each}`, `after:${each}`])
/** Whether it was drafted or sent before; the draft; its words; the sending; the look at Sent Items; the receipt. */
const ANSWER_POINTS = around(
  ...['GET /messages', 'POST /createReply', 'PATCH /messages', 'POST /send', 'POST /send+1', 'POST /send+2'],
)
const NEW_MAIL_POINTS = around('POST /messages', 'POST /send')
/** The undo is over; then the lease of a hand that died is, and what it asks for again. */
const SWEEPS = [11, 95, 95]
/** More requests than the release of one mail makes. */
const MOST_REQUESTS = 50

let desk: CrashDesk

beforeAll(async () => {
  desk = await openCrashDesk(crashScenario({ checks: 0, mails: ANSWER_POINTS.length }))
  await desk.check(slotOf(0))
})

afterAll(() => desk.stop())

test.each(ANSWER_POINTS.map((point, index) => ({ point, n: index + 1 })))(
  'an approved answer whose hand dies $point is sent once',
  async ({ point, n }) => {
    expect(await sentThough(point, planned(`answer-${n}`, n))).toEqual({
      deaths: 1,
      status: 'done',
      mails: 1,
    })
  },
)

test.each(NEW_MAIL_POINTS.map((point) => ({ point })))(
  'an approved mail of its own whose hand dies $point is sent once',
  async ({ point }) => {
    const mail = planned(`mail ${point}`)
    expect(await sentThough(point, mail)).toEqual({ deaths: 1, status: 'done', mails: 1 })
  },
)

test('a held mail is sent once, after whichever request of its release the hand dies', async () => {
  let requests = 0
  for (; requests < MOST_REQUESTS; requests++) {
    const ended = await sentThough(`after:${requests + 1}`, held(`held-${requests + 1}`, readers[requests]))
    expect(ended).toMatchObject({ status: 'done', mails: 1 })
    if (ended.deaths === 0) break
  }
  expect(requests).toBeGreaterThan(15)
  expect(requests).toBeLessThan(MOST_REQUESTS)
}, 240_000)

test('in the end there are as many mails as receipts, each of another mail', async () => {
  const acts = await connectActs(desk.cloud.table).ofProject('SP', 500)
  const receipts = acts.flatMap((act) =>
    act.kind === 'email_stakeholder' && act.status === 'done' ? [act.receipt.id] : [],
  )
  expect(new Set(receipts).size).toBe(receipts.length)
  const sent = desk.cloud.graph.journal().flatMap((it) => (it.kind === 'send' ? [it.id] : []))
  expect(sent.sort()).toEqual(receipts.sort())
  expect(desk.cloud.graph.sent()).toHaveLength(receipts.length)
})

/** Puts a mail where the PM's word, or its hold, leaves it, and lets its hand die there. */
async function sentThough(point: string, mail: Act) {
  const { cloud, killNext, deaths, sweep, settle } = desk
  const before = { deaths: deaths(), mails: cloud.graph.sent().length }
  await connectActs(cloud.table).save(mail, { events: [] })
  await settle()
  killNext('release-holds', point)
  await sweep(SWEEPS)
  const stands = await connectActs(cloud.table).get(mail.projectId, mail.id)
  return {
    deaths: deaths() - before.deaths,
    status: stands?.status,
    mails: cloud.graph.sent().length - before.mails,
  }
}

/** Approved; its ten seconds run. An answer rests on nobody having written in its thread since. */
function planned(id: string, n?: number): Act {
  const notBefore = addSeconds(desk.cloud.clock.now(), 10).toISOString()
  return mailAct(id, { status: 'planned', notBefore, outcome: 'approved' }, n)
}

function held(id: string, to = ann): Act {
  const heldUntil = addSeconds(desk.cloud.clock.now(), 10).toISOString()
  return mailAct(id, { status: 'held', heldUntil }, undefined, to)
}

function mailAct(id: string, state: ActState, n?: number, to = ann): Act {
  const at = desk.cloud.clock.now().toISOString()
  const replyTo = n === undefined ? null : mailNames(n)
  const words = { subject: `About ${id}`, text: 'Could you look at the boom?' }
  return anAct(state, {
    ...{ id, createdAt: at, updatedAt: at, kind: 'email_stakeholder', summary: `Mail ${id}` },
    payload: { kind: 'email_stakeholder', to: [to.email], cc: [], ...words, replyTo },
    premise: replyTo && { conversationId: replyTo.conversationId, newestAt: at },
  })
}
