import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  OutlookNotSent,
  OutlookRefused,
  OutlookThrottled,
  OutlookUnavailable,
} from '#src/adapters/sources/outlook/outlook-errors.ts'
import { aMailbox, aMailFile, pm } from '../fixtures/mailbox.ts'

const question = aMailFile(1, { subject: 'Dates?', conversationId: 'AAQkDates' })
const box = aMailbox([question])
const ann = { name: 'Ann Lee', email: 'ann.lee@x.example' }
const mail = {
  actId: '01ACT',
  to: [ann],
  cc: [],
  subject: 'Dates',
  text: 'The 4th.\n\nMorgan',
  replyTo: null,
}
const answer = { ...mail, replyTo: { messageId: 'AAMk1' } }
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'graph-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const drafts = () =>
  box
    .double()
    .journal()
    .filter(({ kind }) => kind === 'draft').length

describe('sending', () => {
  it('sends as the PM, and still has it after a restart', async () => {
    const journalFile = join(folder, 'graph.jsonl')
    await box.restart([question], { journalFile })
    const receipt = await box.connect().send(mail)
    expect(receipt.url).toMatch(/^https:\/\/outlook\.office365\.com/)
    await box.restart([question], { journalFile })
    expect(box.double().sent()).toMatchObject([
      {
        subject: 'Dates',
        body: { content: mail.text },
        from: { emailAddress: { address: pm.email } },
        isDraft: false,
      },
    ])
    expect(await box.connect().findSent(mail)).toEqual(receipt)
    expect(box.double().changedBetween(new Date('2021-10-12T07:59:00Z'), box.now())).toBe(true)
  })

  it('given an answer, then it stays in the thread, under its subject, to whom the act names', async () => {
    const bert = { name: 'Bert', email: 'bert@x.example' }
    await box.connect().send({ ...answer, to: [bert], cc: [ann] })
    expect(box.double().sent()).toMatchObject([
      {
        conversationId: 'AAQkDates',
        subject: 'Re: Dates?',
        toRecipients: [{ emailAddress: { address: bert.email } }],
        ccRecipients: [{ emailAddress: { address: ann.email } }],
        body: { contentType: 'text', content: mail.text },
      },
    ])
    expect(await box.connect().newestInThread('AAQkDates')).toBe(box.now().toISOString())
  })

  it('is read back from sent items as ours', async () => {
    const before = await box.read()
    const receipt = await box.connect().send(answer)
    const { raws } = await box.read(before.cursor)
    expect(raws).toMatchObject([
      {
        externalId: `mail-${receipt.id}`,
        ours: true,
        context: { folder: 'sentitems', conversationId: 'AAQkDates' },
      },
    ])
  })
})

describe('at most once', () => {
  it('given a lost reply to the sending, then it is found, and sending again sends nothing', async () => {
    const outlook = box.connect()
    box.double().setFaults([{ fault: 'lostReply', match: '/send' }])
    await expect(outlook.send(answer)).rejects.toThrow(OutlookUnavailable)
    const found = await outlook.findSent(answer)
    expect(found?.id).toBe(box.double().journal().at(-1)?.id)
    expect(await outlook.send(answer)).toEqual(found)
    expect(box.double().sent()).toHaveLength(1)
  })

  it.each([
    ['a new mail', mail, 'POST /v1.0/users/morgan.reid%40example.com/messages'],
    ['an answer', answer, 'createReply'],
    ['an answer being finished', answer, 'PATCH'],
  ])(
    'given a lost reply to the draft of %s, then it was not sent, and that draft is sent',
    async (_, wanted, match) => {
      const outlook = box.connect()
      box.double().setFaults([{ fault: 'lostReply', match }])
      await expect(outlook.send(wanted)).rejects.toThrow(OutlookNotSent)
      expect(await outlook.findSent(wanted)).toBeUndefined()
      expect(box.double().sent()).toEqual([])
      await outlook.send(wanted)
      expect(drafts()).toBe(1)
      expect(box.double().sent()).toMatchObject([{ body: { content: mail.text } }])
    },
  )

  it('given a wait or a refusal, then nothing was sent', async () => {
    const outlook = box.connect()
    box.double().setFaults([{ fault: '429', match: '/send', retryAfterSeconds: 30 }])
    await expect(box.connect().send(mail)).rejects.toThrow(OutlookThrottled)
    box.double().setFaults([])
    await expect(outlook.send({ ...answer, actId: '02', replyTo: { messageId: 'gone' } })).rejects.toThrow(
      OutlookRefused,
    )
    await expect(outlook.send({ ...mail, actId: '03', to: [] })).rejects.toThrow(/ErrorInvalidRecipients/)
    expect(box.double().sent()).toEqual([])
    expect(await outlook.findSent({ actId: '02' })).toBeUndefined()
  })

  it('given a look that fails after the sending was taken, then the receipt is still there', async () => {
    const outlook = box.connect()
    box.double().setFaults([
      { fault: 'skew', skewSeconds: 0, match: 'GET' },
      { fault: '500', match: 'GET' },
    ])
    const receipt = await outlook.send(mail)
    box.double().setFaults([])
    expect((await outlook.findSent(mail))?.id).toBe(receipt.id)
  })
})

describe('a thread', () => {
  it('tells when somebody last wrote in it, wherever it lies, and not our drafts', async () => {
    const later = aMailFile(2, { conversationId: 'AAQkDates', parentFolderId: 'archive' })
    await box.restart([question, later])
    const outlook = box.connect()
    expect(await outlook.newestInThread('AAQkDates')).toBe('2021-10-11T08:02:00.000Z')
    box.double().setFaults([{ fault: '500', match: 'PATCH' }])
    await expect(outlook.send(answer)).rejects.toThrow(OutlookNotSent)
    expect(await outlook.newestInThread('AAQkDates')).toBe('2021-10-11T08:02:00.000Z')
    expect(await outlook.newestInThread("O'Hara")).toBeNull()
  })

  it('gives its mails with their words, oldest first, whoever wrote them', async () => {
    const outlook = box.connect()
    await outlook.send(answer)
    expect(await outlook.mailsOfThread('AAQkDates')).toMatchObject([
      { id: 'AAMk1', folder: 'inbox', body: { text: 'Words of mail 1.' }, actId: null },
      { folder: 'sentitems', body: { text: mail.text }, actId: '01ACT' },
    ])
    expect(await outlook.mailsOfThread('AAQkOther')).toEqual([])
  })
})
