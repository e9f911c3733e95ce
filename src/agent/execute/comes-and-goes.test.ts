import { beforeEach, describe, expect, test } from 'vitest'
import { decide, escalationDraft, type EscalationDraft } from '#src/domain/escalation.ts'
import { anAgentWorld } from '../../../tests/fakes/agent-world.ts'
import { anEscalation } from '../../../tests/fixtures/builders.ts'
import { minutesAfter, nine } from '../../../tests/fixtures/desk.ts'

const draft = (over: Partial<EscalationDraft> = {}) => escalationDraft.parse({ ...anEscalation(), ...over })
const ended = { matterId: 'SP-1', rule: 'blocked-without-owner@3' }

let it = anAgentWorld()
const executed = async (...next: Parameters<typeof it.propose>) => {
  await it.propose(...next)
  await it.execute()
}

describe('a question that comes and goes', () => {
  const turn = (minute: number, since = minute) => {
    it.world.now = minutesAfter(minute)
    const at = minutesAfter(since).toISOString()
    return executed({ drafts: [draft({ episode: `flagged at ${since}`, since: at })] })
  }
  const answeredByItself = async (because: string) => {
    await executed({ over: [{ ...ended, because }] })
  }
  beforeEach(async () => {
    it = anAgentWorld()
    await it.begin()
    for (const minute of [0, 30]) {
      await turn(minute)
      await answeredByItself(`SP-1 is no longer flagged at ${minute}.`)
    }
  })
  const waiting = async () => (await it.escalations.list('pending')).map(({ episode }) => episode)

  test('is not raised a third time within a day, which is said once, until it has stood for two hours', async () => {
    await turn(60)
    await turn(75, 60)
    expect(await waiting()).toEqual([])
    const kept = it.said().filter((text) => text.startsWith('Not raised again, it comes and goes'))
    expect(new Set(kept).size).toBe(1)
    await turn(180, 60)
    expect(await waiting()).toEqual(['flagged at 60'])
  })

  test('is raised as ever when a day has passed, and on another matter at once', async () => {
    await turn(60)
    await executed({
      drafts: [draft({ matterId: 'SP-2', episode: 'of another', since: minutesAfter(60).toISOString() })],
    })
    expect(await waiting()).toEqual(['of another'])
    await turn(26 * 60)
    expect(await waiting()).toContain(`flagged at ${26 * 60}`)
  })

  test('is raised at once where the PM answered it before', async () => {
    const bare = { optionName: 'Ask', by: 'Morgan', device: 'Firefox', at: nine, undoUntil: nine, actIds: [] }
    const answer = { ...bare, optionId: 'A' as const, instead: null, logActId: null, recordedOnly: false }
    it = anAgentWorld()
    await it.begin()
    for (const minute of [0, 30]) {
      await turn(minute)
      const [asked] = await it.escalations.list('pending')
      if (asked) await it.escalations.save(decide(asked, answer), { events: [] })
    }
    await turn(60)
    expect(await waiting()).toEqual(['flagged at 60'])
  })
})
