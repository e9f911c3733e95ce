import { beforeEach, describe, expect, test } from 'vitest'
import { anAgentWorld } from '../../../tests/fakes/agent-world.ts'
import { minutesAfter } from '../../../tests/fixtures/desk.ts'
import { karim, mei } from '../../../tests/fixtures/people.ts'
import { aMail } from '../../../tests/fixtures/talk.ts'
import type { MailContext } from '#src/domain/mail.ts'
import type { MailSignal } from '#src/domain/signal.ts'

let it = anAgentWorld()
beforeEach(async () => {
  it = anAgentWorld()
  await it.register(mei, karim)
})

const from = ({ name, id }: typeof karim) => ({ accountId: id, name, email: id })
const mail = (externalId: string, over: Partial<MailSignal>, about: Partial<MailContext>) =>
  aMail(
    { projectId: null, matterId: null, externalId, title: 'Slot', ...over },
    { from: { name: karim.name, email: karim.id }, ...about },
  )

describe('that a mail has no answer', () => {
  const asked = mail(
    'm1',
    { text: 'Can you confirm the slot?', actor: from(karim) },
    { conversationId: 'c1' },
  )
  const noAnswer = mail(
    'unanswered-m1',
    { kind: 'mail_unanswered', text: 'Can you confirm the slot?', actor: from(karim) },
    { conversationId: 'c1' },
  )
  const kinds = async () => (await it.matters.get('SP', 'thread-c1'))?.briefs.map(({ kind }) => kind)

  test('is worth knowing, is no mail of its own, and is over once somebody else writes in the thread', async () => {
    await it.record(asked, noAnswer)
    await it.normalise()
    expect(await it.signalOf(noAnswer.id)).toMatchObject({
      matterId: 'thread-c1',
      verdict: { importance: 'medium', rule: 'unanswered@1' },
    })
    expect(await kinds()).toEqual(['mail_received', 'mail_unanswered'])
    const again = mail(
      'm2',
      { text: 'Well?', actor: from(karim), occurredAt: minutesAfter(5).toISOString() },
      { conversationId: 'c1' },
    )
    await it.record(again)
    await it.normalise()
    expect(await kinds()).toContain('mail_unanswered')
    const answer = mail(
      'm3',
      { ...{ text: 'It is Thursday.', occurredAt: minutesAfter(10).toISOString() }, actor: from(mei) },
      { conversationId: 'c1' },
    )
    await it.record(answer)
    await it.normalise()
    expect(await kinds()).toEqual(['mail_received', 'mail_received', 'mail_received'])
  })
})
