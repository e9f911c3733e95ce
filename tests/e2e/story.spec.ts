import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { commentsInJira, EMAIL, press, signIn } from './pm.ts'

test.describe.configure({ mode: 'serial' })

let page: Page
let other: Page

test.beforeAll(async ({ browser }) => {
  page = await (await browser.newContext()).newPage()
  other = await (await browser.newContext()).newPage()
})

test.afterAll(async () => {
  await page.context().close()
  await other.context().close()
})

test('a wrong password is said on the form, and nothing about which part was wrong', async () => {
  await page.goto('/')
  await expect(page).toHaveURL(/\/sign-in\?to=%2F$/)
  await page.getByLabel('Email').fill(EMAIL)
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toHaveText('This email and password do not go together.')
  await nothingSerious(page)
})

test('the right one leads to where one wanted to go', async () => {
  await signIn(page, '/activity')
  await expect(page).toHaveURL(/\/activity$/)
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Nothing needs you.')
  await expect(page.getByTestId('agent-status')).toContainText('Active, next check')
  await nothingSerious(page)
  await signIn(other)
})

test('a decision comes by push to a page that nobody touches', async ({}, info) => {
  await page.evaluate(() => document.body.setAttribute('data-untouched', 'yes'))
  await press(info, 'go')
  await expect(decisions(page).first()).toBeVisible({ timeout: 90_000 })
  await expect(page.locator('[aria-live=polite]')).toContainText('New decision: ')
  await press(info, 'stop')
  await expect(page.locator('body[data-untouched=yes]')).toHaveCount(1)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('needs you')
  await nothingSerious(page)
})

test('choosing can be taken back for ten seconds', async () => {
  await decisions(page).first().click()
  await expect(page.getByRole('heading', { name: 'What is known' })).toBeVisible()
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
  await nothingSerious(page)
  await other.goto(page.url())
  await choose(page, 'A')
  await expect(page.getByText('Doing this in')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Choose an option above')).toBeVisible()
  await expect(other.getByText('Choose an option above')).toBeVisible()
})

test('what was chosen is done, and both browsers show the id that Jira gave', async ({}, info) => {
  const key = await ticketOf(page)
  const before = await commentsInJira(info, key)
  await choose(page, 'A')
  const receipt = page.getByRole('group', { name: 'Receipt' })
  await expect(receipt).toContainText(`on ${key}`, { timeout: 30_000 })
  const added = (await commentsInJira(info, key)).filter((id) => !before.includes(id))
  expect(added).toHaveLength(1)
  await expect(receipt).toContainText(`Comment ${String(added[0])} on ${key}`)
  await expect(receipt).toContainText('Cannot be undone')
  await expect(receipt).toBeFocused()
  await expect(other.getByRole('group', { name: 'Receipt' })).toContainText(
    `Comment ${String(added[0])} on ${key}`,
  )
  await nothingSerious(page)
})

test('of two who decide at once one wins, and the other is told who and when', async ({}, info) => {
  await page.getByRole('link', { name: 'Next decision' }).last().click()
  await expect(page.getByText('Choose an option above')).toBeVisible()
  const key = await ticketOf(page)
  await other.goto(page.url())
  await Promise.all([page, other].map((each, index) => pick(each, index === 0 ? 'A' : 'B')))
  await Promise.all([page, other].map((each) => perform(each)))
  const refusal =
    /^Decided a moment before yours: ([AB]), at \d\d:\d\d:\d\d\. Your choice, ([AB]), was not done\.$/
  await expect
    .poll(async () =>
      (await Promise.all([page, other].map((each) => each.getByText(refusal).count()))).sort(),
    )
    .toEqual([0, 1])
  const loser = (await page.getByText(refusal).count()) === 1 ? page : other
  await expect(loser.getByText(/^It was decided by Morgan Reid, on .+\.$/)).toBeVisible()
  await expect(
    loser.getByText('Doing this in').or(loser.getByRole('group', { name: 'Receipt' })),
  ).toBeVisible()
  await expect(page.getByRole('group', { name: 'Receipt' })).toBeVisible({ timeout: 30_000 })
  expect((await commentsInJira(info, key)).length).toBeLessThanOrEqual(1)
})

test('with the clock stopped the page asks for nothing for a minute', async () => {
  await page.goto('/')
  await page.waitForTimeout(5_000)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.waitForTimeout(60_000)
  expect(asked.filter((url) => !url.endsWith('/live-token'))).toEqual([])
})

test('every page of the four places is readable by everybody', async () => {
  for (const path of ['/projects', '/projects/SP', '/activity', '/agent', '/projects/SP/decisions/none']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await nothingSerious(page)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wide, `${path} is wider than the screen`).toBeLessThanOrEqual(0)
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such decision.')
})

test('signing out is for good, and too many tries have to wait', async () => {
  await page.goto('/')
  const cookies = await page.context().cookies()
  await page.getByRole('button', { name: 'Morgan Reid' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
  await page.context().addCookies(cookies)
  await page.goto('/activity')
  await expect(page).toHaveURL(/\/sign-in\?to=%2Factivity$/)
  for (let tries = 0; tries < 6; tries++) {
    await page.getByLabel('Email').fill(EMAIL)
    await page.getByLabel('Password').fill(`wrong ${String(tries)}`)
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await answered
  }
  await expect(page.getByRole('alert')).toHaveText(/^Too many tries\. Wait \d+ minutes\.$/)
})

const decisions = (on: Page) => on.locator('main a[href*="/decisions/"]')

async function pick(on: Page, option: string): Promise<void> {
  await expect(on.getByText('Choose an option above')).toBeVisible()
  await on.locator(`label[for=option-${option}]`).click()
}

/** Taps the bar: the only verb that it shows. */
async function perform(on: Page): Promise<void> {
  await on.locator('.verb:visible').click()
}

async function choose(on: Page, option: string): Promise<void> {
  await pick(on, option)
  await perform(on)
}

/** The ticket that the page's first fact is about. */
async function ticketOf(on: Page): Promise<string> {
  const words = (await on.locator('main a[href*="fact="]').first().textContent()) ?? ''
  return /[A-Z]+-\d+/.exec(words)?.[0] ?? ''
}

async function nothingSerious(on: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: on }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}
