import { SESv2Client } from '@aws-sdk/client-sesv2'
import { createServer } from 'node:http'
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
const clientAt = (endpoint: string) =>
  new SESv2Client({ endpoint, region: 'us-east-1', credentials, maxAttempts: 1 })
let ses: SesDouble

beforeEach(async () => {
  ses = await startSesDouble({ port: 0 })
})

afterEach(async () => {
  await ses.close()
})

describe('mail to the PM', () => {
  it('goes through SES with our mark, and shows on its page', async () => {
    const { id } = await connectSes(clientAt(ses.url)).sendToPm(mail)
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
    await expect(connectSes(clientAt(ses.url)).sendToPm({ ...mail, subject: '' })).rejects.toThrow(SesRefused)
    const busy = createServer((_, response) => {
      response
        .writeHead(429, { 'x-amzn-ErrorType': 'TooManyRequestsException' })
        .end('{"message":"Slow down"}')
    })
    await new Promise<void>((done) => busy.listen(0, '127.0.0.1', done))
    const address = busy.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    await expect(connectSes(clientAt(`http://127.0.0.1:${port}`)).sendToPm(mail)).rejects.toThrow(SesBusy)
    await new Promise((done) => busy.close(done))
    const lost: unknown = await connectSes(clientAt('http://127.0.0.1:1'))
      .sendToPm(mail)
      .catch((error: unknown) => error)
    expect(lost).not.toBeInstanceOf(SesBusy)
    expect(lost).not.toBeInstanceOf(SesRefused)
    expect(await ses.sent()).toEqual([])
  })

  it('listens on this machine only, and names a port that is taken', async () => {
    expect(new URL(ses.url).hostname).toBe('127.0.0.1')
    const port = Number(new URL(ses.url).port)
    await expect(startSesDouble({ port })).rejects.toThrow(`port ${port} on 127.0.0.1 is taken`)
  })
})
