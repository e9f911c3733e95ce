import { Buffer } from 'node:buffer'
import { request } from 'node:http'
import { env } from 'node:process'

/** Hands a request of the browser to the warm web function, and its answer back: Lambda's own wire protocol. */
export function handler(event) {
  const url = `${env.AWS_ENDPOINT_URL_LAMBDA}/2015-03-31/functions/server/invocations`
  return new Promise((answer, fail) => {
    const sent = request(url, { method: 'POST' }, (response) => {
      const parts = []
      response.on('data', (part) => parts.push(part))
      response.on('error', fail)
      response.on('end', () => {
        const text = Buffer.concat(parts).toString()
        if (response.statusCode === 200) answer(JSON.parse(text))
        else fail(new Error(`The web function failed: ${text}`))
      })
    })
    sent.on('error', fail)
    sent.end(JSON.stringify(event))
  })
}
