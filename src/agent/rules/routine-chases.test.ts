import { describe, expect, test } from 'vitest'
import type { Matter } from '#src/domain/matter.ts'
import type { Person } from '#src/domain/person.ts'
import { suggestedAct, type SuggestedAct } from '#src/domain/proposal.ts'
import { aLetter, aPicture, aThread, aTicketMatter, at, standsIn } from '../../../tests/fixtures/pictures.ts'
import { ivo, jonas, karim, mei, noa, people } from '../../../tests/fixtures/people.ts'
import type { Picture } from './picture.ts'
import { routineActs } from './routine-acts.ts'

const suggested = (matters: Matter[], over: Partial<Picture> = {}) =>
  (routineActs(aPicture(matters, over)).acts ?? []).map((each) => suggestedAct.parse(each))
const stale = { fresh: new Set<string>() }
const assignee = { accountId: 'm', name: mei.name, email: 'Mei.Tan@wattle.example' }
const idle = () =>
  aTicketMatter('WTL-5', { title: 'Ward map', ticket: { assignee, changedAt: at('2027-11-26 09:00') } })
const asks = (over: Parameters<typeof aLetter>[1] = {}, text = 'Good day. When can WTL-5 be there?') =>
  aThread(aLetter(text, { from: karim, thread: 'map', ...over }))

describe('whoever has it is away', () => {
  const absence = { from: '2027-12-10', until: '2027-12-20', deputy: jonas.id, signalId: 's' }
  const known = (over: Partial<Person>, ...others: Person[]) => ({
    people: [
      ...people.filter(({ id }) => id !== mei.id && id !== others[0]?.id),
      { ...mei, ...over },
      ...others,
    ],
  })
  const [to, text] = [
    (acts: SuggestedAct[]) => acts.map(({ payload }) => ('to' in payload ? payload.to : [])),
    (acts: SuggestedAct[]) => acts.map(({ payload }) => ('text' in payload ? payload.text : '')).join(),
  ]

  test('then it is asked of the deputy whom their automatic reply names', () => {
    const acts = suggested([idle(), asks()], known({ absence }))
    expect(to(acts)).toEqual([[jonas.id]])
    expect(text(acts)).toContain('Jonas,\n\nMei Tan is away until Mon 20 Dec and names you.')
  })

  test('then of the deputy whom the PM entered, before the one in the reply', () => {
    const acts = suggested([idle(), asks({ from: noa })], known({ absence, deputy: karim.id }))
    expect(to(acts)).toEqual([[karim.id]])
  })

  test.each<[string, Partial<Person>, Person[]]>([
    ['has no deputy', { absence: { ...absence, deputy: null } }, []],
    ['has a deputy who is never to be contacted', { absence }, [{ ...jonas, neverContact: true }]],
    ['is back', { absence: { ...absence, until: '2027-12-12' } }, []],
  ])('but themselves, which then asks the PM first, who %s', (_, over, others) => {
    expect(to(suggested([idle(), asks()], known(over, ...others)))).toEqual([[mei.id]])
  })

  test('then a machine’s answer to our mail has the deputy asked the same, once', () => {
    const ours = aLetter('Karim Haddad asks for WTL-5.', {
      ...{ sent: true, ours: true, to: [mei], thread: 'ours', occurredAt: at('2027-12-10 09:00') },
    })
    const reply = aLetter('I am away until 20 December. Please write to Jonas Weiss.', {
      ...{ from: mei, kind: 'mail_automatic', thread: 'ours', occurredAt: at('2027-12-10 09:01') },
    })
    const ticket = { ...idle(), briefs: [...idle().briefs, ours, reply] }
    const acts = suggested([ticket], { ...known({ absence }), fresh: new Set([reply.signalId]) })
    expect(acts).toMatchObject([
      { rule: 'asked-of-deputy@1', episode: reply.signalId, payload: { to: [jonas.id] } },
    ])
    standsIn(aPicture([ticket]), acts[0]?.evidence ?? [])
    const unasked = { ...idle(), briefs: [...idle().briefs, reply] }
    expect(suggested([unasked], { ...known({ absence }), fresh: new Set([reply.signalId]) })).toEqual([])
    expect(suggested([ticket], { ...known({ absence }), ...stale })).toEqual([])
  })
})

test('for two tickets of one person in two mails, then they get one mail, which rests on both', () => {
  const other = { ...idle(), id: 'WTL-6', title: 'Label printer' }
  const also = asks({ thread: 'also', from: ivo }, 'And when is WTL-6 there?')
  const matters = [idle(), other, asks(), also]
  const acts = suggested(matters)
  expect(acts).toMatchObject([
    {
      matterId: 'WTL-5',
      premise: { key: 'WTL-5', also: [{ key: 'WTL-6', status: other.ticket.status }] },
      payload: { to: [mei.id], subject: 'WTL-5 and WTL-6' },
    },
  ])
  expect(acts[0]?.payload).toMatchObject({ text: expect.stringContaining('When can they be there?') })
  standsIn(aPicture(matters), acts[0]?.evidence ?? [])
})

test.each([
  ['plain', 'Mei,'],
  ['warm', 'Hello Mei,'],
  ['formal', 'Dear Mei Tan,'],
] as const)('the mail begins as the register says: %s', (tone, begins) => {
  const read = people.map((each) => (each.id === mei.id ? { ...each, tone } : each))
  const [act] = suggested([idle(), asks()], { people: read })
  expect(act?.payload).toMatchObject({ text: expect.stringMatching(new RegExp(`^${begins}\n\n`)) })
})
