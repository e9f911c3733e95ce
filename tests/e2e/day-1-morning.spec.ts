import { expect, test, type Page } from '@playwright/test'
import { clockTo, commentsInJira, EMAIL, nextCheck, signIn, startInJira, writesOutside } from './pm.ts'
import { block, held, openMore, readable } from './screen.ts'

/** Morgan Reid on Thu 22 Oct, from 11:00: the demo as a newcomer finds it. */
test.describe.configure({ mode: 'serial' })

const UAT = 'UAT entry on Fri 30 Oct does not hold'

/** A worker for each function is started at its first call. */
const FIRST_CHECK_MS = 45_000

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
  await readable(page)
})

test('the right one leads to where one wanted to go', async () => {
  await signIn(page, '/activity?show=decisions')
  await expect(page).toHaveURL(/\/activity\?show=decisions$/)
  await expect(page.locator('main')).toContainText('Decided: A, Ask Priya to take HRB-124 and tell Greta')
  await signIn(other)
})

test('the first picture: what is open, done, blocked, how things stand, and what was seen', async () => {
  await page.goto('/')
  await expect(page.getByText(/^Demo: Harbour: ticketing replatform\. Thu 22 Oct, 11:0\d\.$/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1 decision needs you')
  await expect(page.getByTestId('agent-status')).toContainText('Active, next check')
  await expect(block(page, 'Needs you').getByRole('link')).toHaveText([/points entered Sprint 15/])
  await expect(block(page, 'Going out')).toHaveCount(0)
  await expect(block(page, 'Blocked')).toContainText('HRB-124 Gate scanners reject the new barcode')
  await expect(block(page, 'Projects')).toContainText('Harbour: ticketing replatform')
  await expect(block(page, 'Projects')).toContainText('3 of 37 points')
  await expect(block(page, 'Projects')).toContainText('UAT entry Fri 30 Oct: at risk')
  await openMore(page)
  await expect(block(page, 'Done without you').filter({ visible: true })).toContainText(
    'Digest mailed to you',
  )
  const seen = block(page, 'Seen').filter({ visible: true })
  await expect(seen).toContainText(/Jira\s*11:00, \d+ changes? read/)
  await expect(seen).toContainText(/Outlook\s*11:00, \d+ mails? read/)
  await readable(page)
})

test('what goes out is shown before it does: one stopped, one edited and sent', async ({}, info) => {
  for (const key of ['HRB-129', 'HRB-130', 'HRB-142']) await startInJira(info, key)
  await clockTo(info, await nextCheck(info))
  const goingOut = block(page, 'Going out')
  await expect(goingOut.getByRole('heading')).toHaveText('Going out (3)', { timeout: FIRST_CHECK_MS })
  await page.goto('/going-out')
  await readable(page)
  const stopped = held(page, 'HRB-129')
  await stopped.getByText('Read the comment').click()
  await expect(stopped).toContainText('HRB-129 is in In Progress and nobody is assigned to it.')
  await stopped.getByRole('button', { name: 'Stop', exact: true }).click()
  await page.getByRole('button', { name: 'Stop this comment' }).filter({ visible: true }).click()
  await expect(held(page, 'HRB-129')).toHaveCount(0)

  const edited = held(page, 'HRB-142')
  await edited.getByText('Read the comment').click()
  await edited.locator('summary', { hasText: 'Edit' }).click()
  await edited.getByLabel('Text').fill('HRB-142 has begun. Who is on it, please?')
  await edited.getByRole('button', { name: 'Keep the change' }).click()
  await expect(edited.locator('ins').filter({ hasText: 'begun' })).toBeVisible()
  await expect(edited.locator('del').filter({ hasText: 'nobody' })).toBeVisible()
  await edited.getByRole('link', { name: 'Comment on HRB-142' }).click()
  await expect(page).toHaveURL(/\/acts\//)
  await page.getByRole('button', { name: 'Send now' }).click()
  await expect(page.locator('main')).toContainText(/sent as you edited it/i, { timeout: 30_000 })
  const [sent, ...more] = await commentsInJira(info, 'HRB-142')
  expect(more).toEqual([])
  expect(sent?.says).toContain('HRB-142 has begun. Who is on it, please?')
  await expect(page.locator('main')).toContainText(`Comment ${sent?.id ?? ''} on HRB-142`)
  await readable(page)
  expect((await commentsInJira(info, 'HRB-129')).map(({ says }) => says).join()).not.toContain('nobody')
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
  await page.keyboard.press('Escape')
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
