import { describe, expect, it } from 'vitest'
import { anAct } from '../../../tests/fixtures/builders.ts'
import { Permit } from '#src/domain/permit.ts'
import { HandBusy, HandRefused } from '../deps.ts'
import { noticeHand, type Notice } from './notice-hand.ts'

const at = new Date('2026-10-21T08:00:00Z')

function aPostRoom() {
  const kept = new Map<string, Notice>()
  const post = { sent: [] as string[], fails: undefined as Error | undefined, loses: false }
  const hand = noticeHand({
    now: () => at,
    notices: {
      get: async (actId) => kept.get(actId),
      put: async (actId, notice) => {
        kept.set(actId, notice)
      },
    },
    send: async ({ actId, subject }) => {
      if (post.fails) throw post.fails
      post.sent.push(subject)
      if (post.loses) throw new Error('socket hang up')
      return { id: `ses of ${actId}` }
    },
  })
  return { hand, post, kept }
}

function aPermit(): Permit {
  const lease = { until: at.toISOString(), attempt: 1 }
  const payload = { kind: 'notification_internal', subject: 'Digest', text: 'One decision waits.' } as const
  const permit = Permit.forClaimed(
    anAct({ status: 'executing', lease, outcome: 'auto' }, { kind: 'notification_internal', payload }),
  )
  if (!permit) throw new Error('An act that is executing has a permit.')
  return permit
}

describe('a notice to the PM', () => {
  it('is sent once, and found', async () => {
    const { hand, post } = aPostRoom()
    const permit = aPermit()
    expect(await hand.find(permit.act)).toBeUndefined()
    const receipt = await hand.perform(permit)
    expect(receipt).toEqual({ id: `ses of ${permit.id}`, url: null, at: at.toISOString() })
    expect(await hand.find(permit.act)).toEqual(receipt)
    expect(await hand.perform(permit)).toEqual(receipt)
    expect(post.sent).toEqual(['Digest'])
  })

  it('given a lost reply, then nobody can tell, and it is not sent again', async () => {
    const { hand, post } = aPostRoom()
    const permit = aPermit()
    post.loses = true
    await expect(hand.perform(permit)).rejects.toThrow('socket hang up')
    await expect(hand.find(permit.act)).rejects.toThrow(/SES cannot tell/)
    await expect(hand.find(permit.act)).rejects.toBeInstanceOf(Error)
    await expect(hand.perform(permit)).rejects.toThrow(/SES cannot tell/)
    expect(post.sent).toEqual(['Digest'])
  })

  it.each([new HandBusy('Wait.', 30), new HandRefused('No.')])(
    'given %s, then it may be tried again',
    async (fails) => {
      const { hand, post } = aPostRoom()
      const permit = aPermit()
      post.fails = fails
      await expect(hand.perform(permit)).rejects.toThrow(fails)
      expect(await hand.find(permit.act)).toBeUndefined()
      post.fails = undefined
      await hand.perform(permit)
      expect(post.sent).toEqual(['Digest'])
    },
  )
})
