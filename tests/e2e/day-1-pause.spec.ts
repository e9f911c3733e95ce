import { expect, test, type Page } from '@playwright/test'
import { clockTo, commentsInJira, signedIn, writesOutside } from './pm.ts'
import { block, held, press, readable } from './screen.ts'

/** Thu 22 Oct, from a quarter past eleven: Pause, and the first decision of the day. */
test.describe.configure({ mode: 'serial' })

const UAT = 'UAT entry on Fri 30 Oct does not hold'

let page: Page
let other: Page

test.beforeAll(async ({ browser }) => {
  page = await signedIn(browser)
  other = await signedIn(browser)
})

test.afterAll(async () => {
  await page.context().close()
  await other.context().close()
})

test('Pause keeps what would go', async ({}, info) => {
  const before = await writesOutside(info)
  await page.goto('/')
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByTestId('agent-status')).toHaveText('Paused')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Paused since')
  await expect(page.locator('main')).toContainText('1 thing waits. It keeps waiting until you resume.')
  await expect(other.getByTestId('agent-status')).toHaveText('Paused')
  await clockTo(info, '2026-10-22T10:25:00Z')
  await expect(held(page, 'HRB-130')).toContainText('11:')
  expect(await writesOutside(info)).toEqual(before)
})

test('resuming asks what becomes of what waited, and there is no sending all', async () => {
  await other.getByRole('button', { name: 'Resume' }).click()
  await expect(other).toHaveURL(/\/going-out$/)
  await expect(other.getByText('Say of each that waited whether it goes, then resume.')).toBeVisible()
  await expect(held(other, 'HRB-130')).toContainText('Still right.')

  await page.goto('/')
  const resume = page.getByRole('button', { name: 'Resume' })
  await resume.click()
  const dialogue = page.getByRole('dialog', { name: '1 thing waited while paused.' })
  await expect(dialogue).toContainText('It is still right.')
  await expect(dialogue.getByRole('button')).toHaveText(['Send none'])
  await readable(page)
  await press(page, 'Escape')
  await expect(resume).toBeFocused()
  await resume.press('Enter')
  await dialogue.getByRole('link', { name: 'Review it' }).click()
  await expect(page).toHaveURL(/\/going-out$/)
  await held(page, 'HRB-130').getByRole('button', { name: 'Send now' }).click()
  await expect(page.locator('section').filter({ hasText: 'On its way (1)' })).toContainText('HRB-130')
  await page.getByRole('button', { name: 'Resume' }).click()
  await expect(page.getByTestId('agent-status')).toContainText('Active')
})

test('a decision comes by push to a page that nobody touches', async ({}, info) => {
  await page.goto('/')
  await expect(page.getByTestId('agent-status')).toContainText('Active')
  await page.evaluate(() => document.body.setAttribute('data-untouched', 'yes'))
  await clockTo(info, '2026-10-22T10:30:00Z')
  await expect(page.locator('[aria-live=polite]')).toHaveText(`New decision: ${UAT}`, { timeout: 30_000 })
  await expect(block(page, 'Needs you').getByRole('link')).toHaveCount(1)
  await page.getByRole('button', { name: '1 new' }).click()
  await expect(block(page, 'Needs you').getByRole('link', { name: UAT })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2 decisions need you.')
  await expect(page.locator('body[data-untouched=yes]')).toHaveCount(1)
  await expect.poll(async () => (await commentsInJira(info, 'HRB-130')).length).toBe(1)
  await readable(page)
})
