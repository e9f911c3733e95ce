import { expect, test, type Page } from '@playwright/test'
import { EMAIL, FIRST_CHECK_MS, signIn } from './pm.ts'
import { block, openMore, readable } from './screen.ts'

/** Morgan Reid on Thu 22 Oct, from 11:00: the demo as a newcomer finds it. */
test.describe.configure({ mode: 'serial' })

let page: Page

test.beforeAll(async ({ browser }) => {
  page = await (await browser.newContext()).newPage()
})

test.afterAll(async () => {
  await page.context().close()
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
  await expect(seen).toContainText(/Jira\s*11:00, \d+ changes? read/, { timeout: FIRST_CHECK_MS })
  await expect(seen).toContainText(/Outlook\s*11:00, \d+ mails? read/)
  await readable(page)
})
