import { expect, type Browser, type Page, type TestInfo } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { PASSWORD } from '../../playwright.config.ts'

/** A worker for each function is started at its first call. */
export const FIRST_CHECK_MS = 45_000

export const EMAIL = 'morgan.reid@strandline.example'

/** Ends on the page that was asked for. */
export async function signIn(page: Page, to = '/'): Promise<void> {
  await page.goto(to)
  await fillSignIn(page)
}

/** A browser of one's own, signed in. */
export async function signedIn(browser: Browser, to?: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, to)
  return page
}

/** On the sign-in page, wherever it leads to. */
export async function fillSignIn(page: Page): Promise<void> {
  await page.getByLabel('Email').fill(EMAIL)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}

const state = z.object({ now: z.string() })
const TICK_MS = 15 * 60_000
/** What is further away than this is hurried to. */
const FAR_MS = 20 * 60_000
const FAST = ['faster', 'faster', 'faster', 'faster', 'faster']

/** Lets the demo's clock run to a moment of its day, where it stops, and waits until the check of that moment is made. */
export async function clockTo(info: TestInfo, moment: string): Promise<void> {
  const until = new Date(moment).toISOString()
  const go = (fast: boolean) => ['go', ...(fast ? FAST : [])]
  for (let fast: boolean | undefined; ;) {
    const { now } = state.parse(await control(info, 'state'))
    const left = Date.parse(until) - Date.parse(now)
    if (left <= 0) break
    if (fast !== left > FAR_MS) {
      fast = left > FAR_MS
      for (const action of go(fast)) await control(info, 'pace', { action, until })
    }
    await new Promise((wake) => setTimeout(wake, 20))
  }
  await control(info, 'pace', { action: 'stop' })
  await checked(info)
}

const ticked = z.object({ says: z.string() })

/** Waits for the check of this moment: a later one that finds it still at work is passed over. */
async function checked(info: TestInfo): Promise<void> {
  const says = async () => ticked.parse(await control(info, 'tick')).says
  await expect.poll(says, { timeout: 60_000, intervals: [200] }).toBe('already done')
}

/** The quarter of an hour after the present one. */
export async function nextCheck(info: TestInfo): Promise<string> {
  const { now } = state.parse(await control(info, 'state'))
  return new Date((Math.floor(Date.parse(now) / TICK_MS) + 1) * TICK_MS).toISOString()
}

/** How long what is chosen from now on can be taken back: until a story has looked, or no longer than it needs. */
export async function undoFor(info: TestInfo, seconds: number): Promise<void> {
  await control(info, 'undo', { seconds })
}

async function control(info: TestInfo, what: string, body: object = {}): Promise<unknown> {
  const answer = await fetch(`${near(info, 2)}/_sandbox/${what}`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  expect(answer.ok).toBe(true)
  return await answer.json()
}

const comments = z.object({ comments: z.array(z.object({ id: z.string(), body: z.unknown() })) })
const steps = z.object({
  transitions: z.array(z.object({ id: z.string(), to: z.object({ name: z.string() }) })),
})
const kept = z.object({ jiraToken: z.string(), graphSecret: z.string() })

export type JiraComment = { id: string; says: string }

/** The comments on a ticket, as Jira tells them. */
export async function commentsInJira(info: TestInfo, key: string): Promise<JiraComment[]> {
  const answer = await jira(info, `issue/${key}/comment`)
  return comments
    .parse(await answer.json())
    .comments.map(({ id, body }) => ({ id, says: JSON.stringify(body) }))
}

const standing = z.object({ fields: z.object({ status: z.object({ name: z.string() }) }) })

/** The status of a ticket, as Jira tells it. */
export async function statusInJira(info: TestInfo, key: string): Promise<string> {
  const answer = await jira(info, `issue/${key}?fields=status`)
  return standing.parse(await answer.json()).fields.status.name
}

/** A colleague takes a ticket up in Jira. */
export async function startInJira(info: TestInfo, key: string): Promise<void> {
  const { transitions } = steps.parse(await (await jira(info, `issue/${key}/transitions`)).json())
  const step = transitions.find(({ to }) => to.name === 'In Progress')
  const body = JSON.stringify({ transition: { id: step?.id } })
  const answer = await jira(info, `issue/${key}/transitions`, { method: 'POST', body })
  expect(answer.status).toBe(204)
}

/** Jira refuses the next comment on a ticket. */
export async function refuseComment(info: TestInfo, key: string): Promise<void> {
  const match = `POST /rest/api/3/issue/${key}/comment`
  const body = JSON.stringify([{ fault: '410', times: 1, match }])
  expect((await fetch(`${near(info, 4)}/_control/faults`, { method: 'POST', body })).status).toBe(204)
}

function jira(info: TestInfo, path: string, init: RequestInit = {}): Promise<Response> {
  const authorization = `Basic ${Buffer.from(`${EMAIL}:${secrets(info).jiraToken}`).toString('base64')}`
  const headers = { authorization, 'content-type': 'application/json' }
  return fetch(`${near(info, 4)}/rest/api/3/${path}`, { ...init, headers })
}

const granted = z.object({ access_token: z.string() })
const mails = z.object({
  value: z.array(
    z.object({ id: z.string(), from: z.object({ emailAddress: z.object({ address: z.string() }) }) }),
  ),
})

/** The PM answers the latest mail from somebody, from Outlook itself. */
export async function answerInOutlook(info: TestInfo, address: string): Promise<void> {
  const graph = near(info, 6)
  const asked = { client_id: 'pm-workbench', client_secret: secrets(info).graphSecret }
  const grant = { grant_type: 'client_credentials', scope: 'https://graph.microsoft.com/.default' }
  const form = new URLSearchParams({ ...asked, ...grant })
  const signedIn = await fetch(`${graph}/sandbox-tenant/oauth2/v2.0/token`, { method: 'POST', body: form })
  const { access_token } = granted.parse(await signedIn.json())
  const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' }
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${graph}/v1.0/users/${EMAIL}${path}`, { ...init, headers })
  const { value } = mails.parse(await (await ask('/mailFolders/inbox/messages?$top=100')).json())
  const latest = value.find(({ from }) => from.emailAddress.address === address)
  const body = JSON.stringify({ comment: 'I call you today.' })
  const draft = await ask(`/messages/${latest?.id ?? ''}/createReply`, { method: 'POST', body })
  const { id } = z.object({ id: z.string() }).parse(await draft.json())
  expect((await ask(`/messages/${id}/send`, { method: 'POST' })).status).toBe(202)
}

function secrets({ project }: TestInfo): z.infer<typeof kept> {
  return kept.parse(JSON.parse(readFileSync(`.sandbox/e2e-${project.name}/secrets.json`, 'utf8')))
}

const journal = z.array(z.looseObject({ kind: z.string() }))

/** How many writes both vendors have performed, and how many of them were mails sent. */
export async function writesOutside(info: TestInfo): Promise<{ jira: number; mails: number }> {
  const [inJira = [], inOutlook = []] = await Promise.all(
    [4, 6].map(async (port) =>
      journal.parse(await (await fetch(`${near(info, port)}/_control/journal`)).json()),
    ),
  )
  return { jira: inJira.length, mails: inOutlook.filter(({ kind }) => kind === 'send').length }
}

/** What listens `offset` ports after the app. */
function near({ project }: TestInfo, offset: number): string {
  return `http://127.0.0.1:${Number(new URL(String(project.use.baseURL)).port) + offset}`
}

/** Tells the double of Microsoft Graph what goes wrong from now on (`faults`), or what its app may do (`grants`). */
export async function graphControl(info: TestInfo, what: 'faults' | 'grants', body: object): Promise<void> {
  const answer = await fetch(`${near(info, 6)}/_control/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(204)
}
