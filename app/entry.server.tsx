import { randomBytes } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable, type EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { Nonce } from '#app/nonce.ts'
import { securityHeaders } from '#app/security-headers.server.ts'

const ABORT_MS = 5_000

/** Renders a page: streamed to people, whole to bots, always with its security headers. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
): Promise<Response> {
  const nonce = randomBytes(16).toString('base64')
  headers.set('content-type', 'text/html; charset=utf-8')
  headers.set('cache-control', 'no-store')
  for (const [name, value] of Object.entries(securityHeaders(nonce))) headers.set(name, value)
  const ready = isbot(request.headers.get('user-agent')) ? 'onAllReady' : 'onShellReady'
  return new Promise((resolve, reject) => {
    let responseStatus = status
    const body = new PassThrough()
    const { pipe, abort } = renderToPipeableStream(
      <Nonce.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} abortDelay={ABORT_MS} nonce={nonce} />
      </Nonce.Provider>,
      {
        nonce,
        [ready]() {
          const stream = createReadableStreamFromReadable(body)
          resolve(new Response(stream, { headers, status: responseStatus }))
          pipe(body)
        },
        onShellError: reject,
        onError(error: unknown) {
          responseStatus = 500
          console.error(error)
        },
      },
    )
    setTimeout(abort, ABORT_MS).unref()
  })
}
