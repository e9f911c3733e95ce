import { describe, expect, it } from 'vitest'
import { anAct } from '../../../tests/fixtures/builders.ts'
import { person, type Person } from '#src/domain/person.ts'
import { Permit } from '#src/domain/permit.ts'
import { usualMarks, withMark } from '#src/domain/preferences.ts'
import { HandRefused } from '../deps.ts'
import { mailHands, type MailWrites } from './mail-hands.ts'

const at = new Date('2026-10-21T15:30:00Z')
const sofia = person.parse({
  id: 'sofia@x.example',
  projectId: 'SP',
  version: 1,
  name: 'Sofia Marques',
  role: 'Designer',
  class: 'team',
  country: null,
  workingDays: [],
  confirmed: true,
  neverContact: false,
})
const greta: Person = { ...sofia, id: 'greta@y.example', name: 'Greta Lund', class: 'external' }
const tom: Person = { ...sofia, id: 'tom@x.example', name: 'Tom Okafor', neverContact: true }

type Outgoing = Parameters<MailWrites['send']>[0]

function aMailRoom() {
  const sent: Outgoing[] = []
  const receipt = (actId: string) => ({ id: `mail of ${actId}`, url: 'https://outlook.example/1' })
  const hands = mailHands({
    now: () => at,
    marked: async (text) => withMark(text, usualMarks('Morgan Reid').mail, usualMarks('Morgan Reid').mail),
    person: async (_, id) => [sofia, greta, tom].find((person) => person.id === id),
    send: async (mail) => {
      sent.push(mail)
      return receipt(mail.actId)
    },
    findSent: async ({ actId }) => (sent.some((it) => it.actId === actId) ? receipt(actId) : undefined),
  })
  return { sent, hands }
}

type Kind = 'email_stakeholder' | 'email_external'
const payload = (kind: Kind, to: string[], cc: string[] = []) => ({
  kind,
  to,
  cc,
  subject: 'HRB-122',
  text: 'Could you send the text?\n',
  replyTo: { ref: '<1@x.example>', messageId: 'AAMk1', conversationId: 'AAQk1' },
})

function permitFor(kind: Kind, to: string[], cc: string[] = []): Permit {
  const lease = { until: at.toISOString(), attempt: 1 }
  const act = anAct(
    { status: 'executing', lease, outcome: 'approved' },
    { kind, payload: payload(kind, to, cc) },
  )
  const permit = Permit.forClaimed(act)
  if (!permit) throw new Error('An act that is executing has a permit.')
  return permit
}

describe('a mail', () => {
  it('goes to people of the register, in the thread, with who prepared it, and is found again', async () => {
    const { sent, hands } = aMailRoom()
    const permit = permitFor('email_external', [greta.id], [sofia.id])
    expect(await hands.email_external.find(permit.act)).toBeUndefined()
    const receipt = await hands.email_external.perform(permit)
    expect(sent).toEqual([
      {
        actId: permit.id,
        to: [{ name: 'Greta Lund', email: greta.id }],
        cc: [{ name: 'Sofia Marques', email: sofia.id }],
        subject: 'HRB-122',
        text: "Could you send the text?\n\nPrepared by Morgan Reid's project workbench.",
        replyTo: { messageId: 'AAMk1' },
      },
    ])
    expect(receipt).toEqual({
      id: `mail of ${permit.id}`,
      url: 'https://outlook.example/1',
      at: at.toISOString(),
    })
    expect(await hands.email_external.find(permit.act)).toEqual(receipt)
  })

  it.each([
    [
      'somebody who is not in it',
      'email_stakeholder',
      ['accounts@quaypay-billing.example'],
      [],
      /not in the project's/,
    ],
    [
      'somebody among others',
      'email_external',
      [greta.id],
      ['board-review@z.example'],
      /not in the project's register/,
    ],
    [
      'somebody who must not be written to',
      'email_stakeholder',
      [tom.id],
      [],
      /Tom Okafor must never be contacted/,
    ],
    ['an outsider, as if he were not', 'email_stakeholder', [sofia.id], [greta.id], /Greta Lund is external/],
  ] as const)('to %s is refused before anything is sent', async (_, kind, to, cc, why) => {
    const { sent, hands } = aMailRoom()
    const refused = hands[kind].perform(permitFor(kind, [...to], [...cc]))
    await expect(refused).rejects.toThrow(HandRefused)
    await expect(refused).rejects.toThrow(why)
    expect(sent).toEqual([])
  })
})
