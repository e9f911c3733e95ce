import { describe, expect, it } from 'vitest'
import { aMailbox, aMailFile, pm, three } from '../fixtures/mailbox.ts'

const box = aMailbox(three)

describe('what Microsoft itself counts', () => {
  it('in a stretch are the mails of both folders, each by its id, whatever is added later', async () => {
    const sent = aMailFile(9, { from: { emailAddress: { name: pm.name, address: pm.email } } })
    await box.restart([...three, sent, aMailFile(4, { receivedDateTime: '2021-10-12T09:00:00Z' })])
    const { total, ids } = await box
      .connect()
      .countMail({ since: new Date('2021-10-11T08:01:00Z'), upTo: new Date('2021-10-12T08:00:00Z') })
    expect(total).toBe(3)
    expect(ids.toSorted()).toEqual(['AAMk2', 'AAMk3', 'AAMk9'])
  })

  it('410: the pages that are read anew say so', async () => {
    const first = await box.read()
    expect(first.pages.some(({ resynced }) => resynced)).toBe(false)
    box.double().setFaults([{ fault: '410', match: 'delta' }])
    expect((await box.read(first.cursor)).pages.some(({ resynced }) => resynced)).toBe(true)
  })
})
