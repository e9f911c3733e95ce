import { describe, expect, it } from 'vitest'
import { outlookSource } from '#src/adapters/sources/outlook-source.ts'
import { SourceUnreadable } from '#src/adapters/sources/source.ts'
import { aMailbox, aMailFile, pm, three } from '../fixtures/mailbox.ts'

const refsOf = (...numbers: number[]) => numbers.map((n) => `<mail-${n}@x.example>`)
const box = aMailbox(three)

describe('reading a mailbox', () => {
  it('gives every mail once, and after the mark only what came since', async () => {
    await box.restart([...three, aMailFile(4, { receivedDateTime: '2021-10-12T09:00:00Z' })])
    const first = await box.read()
    expect(first.refs).toEqual(refsOf(1, 2, 3))
    expect(first.raws[0]).toMatchObject({
      source: 'outlook',
      externalId: 'mail-AAMk1',
      kind: 'mail_received',
      actor: { name: 'Ann Lee', email: 'ann.lee@x.example' },
      text: 'Words of mail 1.',
      context: { folder: 'inbox', to: [{ email: pm.email }] },
    })
    const quiet = await box.read(first.cursor)
    expect(quiet.refs).toEqual([])
    box.at('2021-10-12T09:00:00Z')
    const second = await box.read(quiet.cursor)
    expect(second.refs).toEqual(refsOf(4))
    expect((await box.read(second.cursor)).refs).toEqual([])
  })

  it('reads sent items too, and goes through pages, empty ones among them', async () => {
    const many = Array.from({ length: 120 }, (_, n) => aMailFile(n))
    const sent = aMailFile(200, { from: { emailAddress: { name: pm.name, address: pm.email } } })
    await box.restart([...many, sent])
    const { pages, raws, cursor } = await box.read()
    expect(pages.map(({ changes }) => changes.length)).toEqual([0, 50, 50, 20, 0, 1])
    expect(pages.map(({ isLast }) => isLast)).toEqual([false, false, false, false, false, true])
    expect(new Set(raws.map((it) => it.externalId)).size).toBe(121)
    expect(raws.at(-1)).toMatchObject({ context: { folder: 'sentitems' }, ours: false })
    expect(Object.keys(JSON.parse(cursor))).toEqual(['inbox', 'sentitems'])
  })

  it('goes back two weeks at first, and not for ever afterwards', async () => {
    const old = aMailFile(9, { receivedDateTime: '2021-09-27T08:00:00Z' })
    await box.restart([old, ...three])
    expect((await box.read()).refs).toEqual(refsOf(1, 2, 3))
    const pages = outlookSource(box.connect()).changedSince([], {
      since: new Date('2021-09-20T00:00:00Z'),
      cursor: 'not a cursor',
    })
    const refs: string[] = []
    for await (const page of pages) refs.push(...page.changes.map(({ raw }) => raw.ref))
    expect(refs).toEqual(refsOf(9, 1, 2, 3))
  })

  it('given a mail that is moved, deleted, read or flagged, then that is no news, and its id stays', async () => {
    const moved = aMailFile(5, { _movedAt: { at: '2021-10-12T08:30:00Z', to: 'archive' } })
    const back = aMailFile(6, {
      parentFolderId: 'archive',
      _movedAt: { at: '2021-10-12T08:30:00Z', to: 'inbox' },
    })
    const gone = aMailFile(7, { _deletedAt: '2021-10-12T08:30:00Z' })
    await box.restart([moved, back, gone])
    const first = await box.read()
    expect(first.refs).toEqual(refsOf(5, 7))
    box.at('2021-10-12T09:00:00Z')
    const second = await box.read(first.cursor)
    expect(second.raws.map((it) => it.externalId)).toEqual(['mail-AAMk6'])
    expect(second.unreadable).toEqual([])
  })

  it.each(['duplicate', 'reorder', 'pageSize'] as const)(
    'gives every mail once in spite of %s',
    async (fault) => {
      box.double().setFaults([{ fault, match: 'delta', times: 20 }])
      const { refs } = await box.read()
      expect(refs.toSorted()).toEqual(refsOf(1, 2, 3))
    },
  )

  it('names attachments with their sizes, not the pictures of a signature, and leaves those of a mail that went meanwhile', async () => {
    await box.restart([
      aMailFile(1, {
        attachments: [
          { name: 'gate-1.jpg', size: 12_400 },
          { name: 'gate-2.jpg' },
          { name: 'logo.png', size: 900, isInline: true },
        ],
      }),
    ])
    expect((await box.read()).raws[0]).toMatchObject({
      context: {
        attachments: [
          { name: 'gate-1.jpg', bytes: 12_400 },
          { name: 'gate-2.jpg', bytes: null },
        ],
      },
    })
    box.double().setFaults([{ fault: '500', match: 'attachments' }])
    await expect(box.read()).rejects.toThrow(SourceUnreadable)
  })
})

describe('mails that are hard to read', () => {
  it('null sender, no subject, no body, HTML that is none, five megabytes: each a signal', async () => {
    const html = (content: string) => ({ body: { contentType: 'html', content } })
    await box.restart([
      aMailFile(1, { from: null, sender: null, subject: null, body: null, toRecipients: null }),
      aMailFile(2, html('Line one\nline two')),
      aMailFile(3, html(`<p>${'words '.repeat(900_000)}</p>`)),
      aMailFile(
        4,
        html('<p>Seen</p><p style="display:none">Obey</p><blockquote type="cite">old</blockquote>'),
      ),
      aMailFile(5, { '@odata.type': '#microsoft.graph.eventMessageRequest' }),
    ])
    const { raws, unreadable } = await box.read()
    expect(unreadable).toEqual([])
    expect(raws[0]).toMatchObject({ actor: null, title: '(no subject)', text: '' })
    expect(raws[1]?.text).toBe('Line one\nline two')
    expect(raws[2]?.text).toMatch(/\[cut at 100 KB\]$/)
    expect(raws[3]).toMatchObject({ text: 'Seen', context: { hidden: 'Obey', quoted: 'old' } })
    expect(raws[4]?.kind).toBe('invitation')
  })

  it('given one that is no mail, then it is named and the others are read', async () => {
    await box.restart([aMailFile(1), aMailFile(2, { toRecipients: 'everybody' }), aMailFile(3)])
    const { refs, unreadable } = await box.read()
    expect(refs).toEqual(refsOf(1, 3))
    expect(unreadable).toEqual([
      { ref: '<mail-2@x.example>', why: expect.stringMatching(/^its field toRecipients is not as expected/) },
    ])
  })
})

describe('when Microsoft fails', () => {
  const reading = (cursor: string | null = null) => box.read(cursor).then((it) => it.refs)

  it('410: reads again from the beginning, in the same read, and no mail has another id', async () => {
    const first = await box.read()
    box.double().setFaults([{ fault: '410', match: 'delta' }])
    const again = await box.read(first.cursor)
    expect(again.raws.map((it) => it.externalId)).toEqual(first.raws.map((it) => it.externalId))
    expect((await box.read(again.cursor)).refs).toEqual([])
    box.double().setFaults([{ fault: '410', match: 'delta', times: 9 }])
    await expect(reading(again.cursor)).rejects.toThrow('Microsoft keeps forgetting where we were.')
  })

  it('429: says until when to wait, goes on refusing until then, and nothing is lost', async () => {
    const { cursor } = await box.read()
    await box.restart([...three, aMailFile(4, { receivedDateTime: '2021-10-12T08:10:00Z' })])
    box.at('2021-10-12T08:15:00Z')
    box.double().setFaults([{ fault: '429', match: 'delta', retryAfterSeconds: 2400 }])
    await expect(reading(cursor)).rejects.toThrow('Microsoft asks to wait until 08:55 UTC.')
    box.at('2021-10-12T08:45:00Z')
    await expect(reading(cursor)).rejects.toThrow(SourceUnreadable)
    box.at('2021-10-12T09:00:00Z')
    expect(await reading(cursor)).toEqual(refsOf(4))
  })

  it.each(['500', 'timeout', 'cut', 'drop', 'malformed'] as const)(
    '%s: unreadable, and works again',
    async (fault) => {
      box.double().setFaults([{ fault, match: 'delta' }])
      await expect(box.read(null, box.connect({ timeoutMs: 300 }))).rejects.toThrow(SourceUnreadable)
      expect(await reading()).toEqual(refsOf(1, 2, 3))
    },
  )

  it('401: asks for a new token once; refused for good it says so', async () => {
    const outlook = box.connect()
    box.double().setFaults([{ fault: '401' }])
    await outlook.check()
    box.double().setFaults([{ fault: '401', times: 2 }])
    expect(await outlookSource(outlook).check()).toBe(
      'Microsoft refused the sign-in (InvalidAuthenticationToken).',
    )
    await box.restart()
    await box.connect().check()
    const wrong = outlookSource(box.connect({ clientSecret: 'wrong' }))
    expect(await wrong.check()).toBe('Microsoft refused the sign-in (invalid_client).')
    const stranger = outlookSource(box.connect({ mailbox: 'somebody.else@x.example' }))
    expect(await stranger.check()).toBe('Microsoft refused the sign-in (ErrorAccessDenied).')
    expect(await outlookSource(box.connect({ graphUrl: 'http://127.0.0.1:1/v1.0' })).check()).toMatch(
      /cannot be reached/,
    )
  })

  it('a token that has run out is replaced before it is used', async () => {
    await box.restart(three, { tokenSeconds: 1 })
    const outlook = box.connect()
    await outlook.check()
    await new Promise((done) => setTimeout(done, 1_100))
    await outlook.check()
  })

  it('a link to elsewhere is never followed', async () => {
    const cursor = JSON.stringify({ inbox: 'https://evil.example/v1.0/users/x/delta?$deltatoken=a' })
    await expect(reading(cursor)).rejects.toThrow('a link to evil.example, which is not Graph.')
  })
})
