import { beforeEach, describe, expect, it } from 'vitest'
import { OPEN, type Privacy } from '#src/domain/privacy.ts'
import { aMailbox, aMailFile, pm } from '../fixtures/mailbox.ts'

const from = (address: string) => ({ from: { emailAddress: { name: 'Dr Ito', address } } })
const SECRET = 'The results are back.'
const said = { body: { contentType: 'text', content: SECRET } }
const mails = [
  aMailFile(1, { attachments: [{ name: 'plan.pdf', size: 240_000 }] }),
  aMailFile(2, { ...from('ito@clinic.example'), ...said, attachments: [{ name: 'results.pdf' }] }),
  aMailFile(3, { sensitivity: 'private', ...said }),
  aMailFile(4, {
    internetMessageHeaders: [{ name: 'Sensitivity', value: 'Company-Confidential' }],
    ...said,
  }),
  aMailFile(5, {
    ...from(pm.email),
    toRecipients: [{ emailAddress: { name: 'Dr Ito', address: 'ito@clinic.example' } }],
    body: { contentType: 'text', content: `Thank you. > ${SECRET}` },
  }),
  aMailFile(6, { ...from(pm.email), body: { contentType: 'text', content: 'The plan stands.' } }),
]
const box = aMailbox(mails)

let privacy: Privacy = OPEN
/** Every word that Graph sent us, and what it was asked. */
const heard: { path: string; answer: string }[] = []
beforeEach(() => {
  privacy = OPEN
  heard.length = 0
})

const connect = () =>
  box.connect({
    privacy: async () => privacy,
    fetch: async (url, init) => {
      const response = await fetch(url, init)
      heard.push({ path: String(url), answer: await response.clone().text() })
      return response
    },
  })
const read = (cursor: string | null = null) => box.read(cursor, connect())
const refs = (...numbers: number[]) => numbers.map((n) => `<mail-${n}@x.example>`)
const excludedIn = ({ pages }: Awaited<ReturnType<typeof read>>) =>
  pages.reduce((sum, page) => sum + (page.excluded ?? 0), 0)

describe('mail that is never to be read', () => {
  it('given senders and marks, then their mails are counted and nothing of their words ever comes from Graph', async () => {
    privacy = { ...OPEN, senders: ['clinic.example'], sensitivities: ['private', 'confidential'] }
    const found = await read()
    expect(found.refs).toEqual(refs(1, 6))
    expect(excludedIn(found)).toBe(4)
    expect(found.raws.map(({ text }) => text)).toEqual(['Words of mail 1.', 'The plan stands.'])
    const all = JSON.stringify(heard)
    expect(all).toContain('Words of mail 1.')
    expect(all).not.toContain(SECRET)
    expect(all).not.toContain('results.pdf')
  })

  it('given only a mark, then others are read, and a mail that is marked otherwise too', async () => {
    privacy = { ...OPEN, sensitivities: ['confidential'] }
    expect((await read()).refs).toEqual(refs(1, 2, 3, 5, 6))
  })

  it('given a folder, then it is not even asked for', async () => {
    privacy = { ...OPEN, folders: ['sent items'] }
    const found = await read()
    expect(found.refs).toEqual(refs(1, 2, 3, 4))
    expect(found.pages.at(-1)?.isLast).toBe(true)
    expect(heard.filter(({ path }) => /sentitems\/messages/.test(path))).toEqual([])
    privacy = { ...OPEN, folders: ['inbox', 'sent items'] }
    const none = await read()
    expect({ refs: none.refs, isLast: none.pages.at(-1)?.isLast }).toEqual({ refs: [], isLast: true })
  })
})

describe('what is excluded later', () => {
  const later = aMailFile(7, {
    ...from('ito@clinic.example'),
    ...said,
    receivedDateTime: '2021-10-12T08:10:00Z',
  })
  const other = aMailFile(8, { receivedDateTime: '2021-10-12T08:11:00Z' })

  it('counts from the next read on: a mark that brings bodies is given up', async () => {
    await box.restart([...mails, later, other])
    const before = await read()
    heard.length = 0
    privacy = { ...OPEN, senders: ['ito@clinic.example'] }
    box.at('2021-10-12T08:15:00Z')
    const after = await read(before.cursor)
    expect(after.refs.filter((ref) => !before.refs.includes(ref))).toEqual(refs(8))
    expect(JSON.stringify(heard)).not.toContain(SECRET)
    expect((await read(after.cursor)).refs).toEqual([])
  })

  it('what came meanwhile stays unread when it is allowed again', async () => {
    await box.restart([...mails, later, other])
    privacy = { ...OPEN, senders: ['ito@clinic.example'] }
    const careful = await read()
    box.at('2021-10-12T08:15:00Z')
    const next = await read(careful.cursor)
    expect({ refs: next.refs, excluded: excludedIn(next) }).toEqual({ refs: refs(8), excluded: 1 })
    privacy = OPEN
    expect((await read(next.cursor)).refs).toEqual([])
  })
})

it('a conversation that is read again later leaves out whom and what and where the PM excluded', async () => {
  const inThread = { conversationId: 'AAQkThread' }
  await box.restart([
    aMailFile(1, inThread),
    aMailFile(2, { ...inThread, ...from('ito@clinic.example'), ...said }),
    aMailFile(3, { ...inThread, ...said, parentFolderId: 'Staff matters' }),
    aMailFile(4, { ...inThread, parentFolderId: 'archive' }),
  ])
  privacy = { ...OPEN, folders: ['staff matters'], senders: ['clinic.example'] }
  const thread = await connect().mailsOfThread('AAQkThread')
  expect(thread.map(({ body }) => body.text)).toEqual(['Words of mail 1.', 'Words of mail 4.'])
  expect(JSON.stringify(heard)).not.toContain(SECRET)
})
