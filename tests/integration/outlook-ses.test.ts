import { createServer, type RequestListener } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connectSes, SesBusy, SesRefused } from '#src/adapters/mail/ses.ts'
import { startSesDouble, type SesDouble } from '#src/sandbox/ses/ses-double.ts'

const mail = {
  from: 'workbench@x.example',
  to: 'morgan@x.example',
  subject: 'One decision waits',
  text: 'Sprint 15 has grown by 13 points.',
  actId: '01ACT',
}
const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
const sesAt = (endpoint: string) => connectSes({ endpoint, region: 'us-east-1', credentials })
let ses: SesDouble

beforeEach(async () => {
  ses = await startSesDouble({ port: 0 })
})

afterEach(async () => {
  await ses.close()
})

async function listening(answer: RequestListener) {
  const server = createServer(answer)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  return { server, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` }
}

describe('mail to the PM', () => {
  it('goes through SES with our mark, and shows on its page', async () => {
    const { id } = await sesAt(ses.url).sendToPm(mail)
    expect(id).toMatch(/^ses-/)
    expect(await ses.sent()).toMatchObject([
      {
        to: [mail.to],
        subject: mail.subject,
        text: mail.text,
        headers: [{ name: 'X-PM-Workbench', value: '01ACT' }],
      },
    ])
    expect((await fetch(ses.url)).status).toBe(200)
  })

  it('is told apart: refused, asked to wait, not known', async () => {
    await expect(sesAt(ses.url).sendToPm({ ...mail, subject: '' })).rejects.toThrow(SesRefused)
    const { server: busy, url } = await listening((_, response) => {
      response
        .writeHead(429, { 'x-amzn-ErrorType': 'TooManyRequestsException' })
        .end('{"message":"Slow down"}')
    })
    await expect(sesAt(url).sendToPm(mail)).rejects.toThrow(SesBusy)
    await new Promise((done) => busy.close(done))
    const lost: unknown = await sesAt('http://127.0.0.1:1')
      .sendToPm(mail)
      .catch((error: unknown) => error)
    expect(lost).not.toBeInstanceOf(SesBusy)
    expect(lost).not.toBeInstanceOf(SesRefused)
    expect(await ses.sent()).toEqual([])
  })

  it('goes by a connection of its own: one kept open could be closed just as it is used again', async () => {
    const { server, url } = await listening((_, response) => response.end('{"MessageId":"m-1"}'))
    let connections = 0
    server.on('connection', () => (connections += 1))
    const { sendToPm } = sesAt(url)
    await sendToPm(mail)
    await sendToPm(mail)
    expect(connections).toBe(2)
    await new Promise((done) => server.close(done))
  })

  it('listens on this machine only, and names a port that is taken', async () => {
    expect(new URL(ses.url).hostname).toBe('127.0.0.1')
    const port = Number(new URL(ses.url).port)
    await expect(startSesDouble({ port })).rejects.toThrow(`port ${port} on 127.0.0.1 is taken`)
  })
})
