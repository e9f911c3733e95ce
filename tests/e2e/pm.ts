import { expect, type Page, type TestInfo } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { PASSWORD } from '../../playwright.config.ts'

export const EMAIL = 'morgan.reid@example.com'

/** Ends on the page that was asked for. */
export async function signIn(page: Page, to = '/'): Promise<void> {
  await page.goto(to)
  await page.getByLabel('Email').fill(EMAIL)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}

/** Presses a button of the demo's clock. */
export async function press(info: TestInfo, action: 'go' | 'stop'): Promise<void> {
  const answer = await fetch(`${near(info, 2)}/_sandbox/pace`, {
    method: 'POST',
    body: JSON.stringify({ action }),
  })
  expect(answer.ok).toBe(true)
}

const comments = z.object({ comments: z.array(z.object({ id: z.string() })) })
const kept = z.object({ jiraToken: z.string() })

/** The ids of the comments on a ticket, as Jira tells them. */
export async function commentsInJira(info: TestInfo, key: string): Promise<string[]> {
  const { jiraToken } = kept.parse(
    JSON.parse(readFileSync(`.sandbox/e2e-${info.project.name}/secrets.json`, 'utf8')),
  )
  const authorization = `Basic ${Buffer.from(`${EMAIL}:${jiraToken}`).toString('base64')}`
  const answer = await fetch(`${near(info, 4)}/rest/api/3/issue/${key}/comment`, {
    headers: { authorization },
  })
  return comments.parse(await answer.json()).comments.map(({ id }) => id)
}

/** What listens `offset` ports after the app. */
function near({ project }: TestInfo, offset: number): string {
  return `http://127.0.0.1:${Number(new URL(String(project.use.baseURL)).port) + offset}`
}
