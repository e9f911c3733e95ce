import { expect, it } from 'vitest'
import { connectAsana } from '#src/adapters/sources/asana/asana.ts'
import { connectJira } from '#src/adapters/sources/jira/jira.ts'
import { HandBusy, HandRefused } from '#src/executor/deps.ts'
import { ticketWrites } from './wire-hands.ts'

/** Both trackers, answering alike; what they were asked for is kept. */
function aDesk(answer: () => Response) {
  const asked: string[] = []
  const send: typeof fetch = (input) => {
    asked.push(new URL(String(input)).host)
    return Promise.resolve(answer())
  }
  const jira = connectJira({
    baseUrl: 'https://jira.example',
    email: 'a@x.example',
    apiToken: 't',
    fetch: send,
  })
  const baseUrl = 'https://asana.example/api/1.0'
  const asana = connectAsana({ accessToken: 't', baseUrl, projects: { RDR: '77' }, fetch: send })
  return { asked, writes: ticketWrites(jira, asana) }
}

const written = () => Response.json({ id: '5', data: { gid: '5' } })
const act = { text: 'Hello', mentions: [], actId: '01A' }

it('comments in the tracker that has the ticket', async () => {
  const { asked, writes } = aDesk(written)
  expect(await writes.comment({ ...act, key: 'RDR-100' })).toMatchObject({ id: '5' })
  expect(await writes.comment({ ...act, key: 'SP-1' })).toMatchObject({ id: '5' })
  expect(asked).toEqual(['asana.example', 'jira.example'])
})

it('moves no task of Asana, and asks nobody', async () => {
  const { asked, writes } = aDesk(written)
  const move = { key: 'RDR-100', toStatus: 'Done', actId: '01A' }
  await expect(writes.transition(move)).rejects.toThrow(HandRefused)
  await expect(writes.findTransition(move)).rejects.toThrow(HandRefused)
  expect(asked).toEqual([])
})

it('tells what was certainly not done from what nobody knows', async () => {
  const comment = (status: number) =>
    aDesk(() => new Response('{}', { status, headers: { 'Retry-After': '30' } })).writes.comment({
      ...act,
      key: 'RDR-1',
    })
  await expect(comment(404)).rejects.toThrow(HandRefused)
  await expect(comment(403)).rejects.toThrow(HandRefused)
  await expect(comment(429)).rejects.toThrow(HandBusy)
  await expect(comment(500)).rejects.not.toThrow(HandRefused)
})
