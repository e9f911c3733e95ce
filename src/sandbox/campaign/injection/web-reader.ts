import { z } from 'zod'
import type { Invoke } from '#src/sandbox/cloud/functions.ts'

const answer = z.looseObject({
  statusCode: z.number(),
  headers: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  cookies: z.array(z.string()).default([]),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
})

export type ReadPage = { path: string; status: number; html: string; policy: string | undefined }

const HOST = 'localhost:3333'
export const OWN_ADDRESS = `http://${HOST}`

/** Signs in and reads pages, or sends a form to one, as API Gateway asks the web function for them. */
export async function webReader(invoke: Invoke, pm: { email: string; password: string }) {
  const send = async (
    method: string,
    path: string,
    more: { cookie?: string; form?: Record<string, string> } = {},
  ) => {
    const [rawPath, rawQueryString = ''] = path.split('?')
    const body = more.form && new URLSearchParams(more.form).toString()
    const event = {
      ...{
        version: '2.0',
        rawPath,
        rawQueryString,
        isBase64Encoded: false,
        cookies: more.cookie ? [more.cookie] : [],
      },
      headers: { host: HOST, ...(body && { 'content-type': 'application/x-www-form-urlencoded' }) },
      requestContext: { http: { method, path: rawPath } },
      ...(body && { body }),
    }
    const read = answer.parse(await invoke('server', event))
    const text = read.isBase64Encoded ? Buffer.from(read.body, 'base64').toString() : read.body
    return { ...read, text }
  }
  const signedIn = await send('POST', '/sign-in', { form: { ...pm, to: '/' } })
  const [cookie = ''] = (signedIn.cookies[0] ?? String(signedIn.headers['set-cookie'] ?? '')).split(';')
  if (cookie === '')
    throw new Error(`Nobody could sign in: ${signedIn.statusCode} ${signedIn.text.slice(0, 200)}`)
  return async (path: string, form?: Record<string, string>): Promise<ReadPage> => {
    const asked = form ? send('POST', path, { cookie, form }) : send('GET', path, { cookie })
    const { statusCode, headers, text } = await asked
    const policy = headers['content-security-policy']
    return { path, status: statusCode, html: text, policy: policy === undefined ? undefined : String(policy) }
  }
}
