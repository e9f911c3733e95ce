import { expect, test, type Page } from '@playwright/test'
import { clockTo, EMAIL, signedIn, writesOutside } from './pm.ts'
import { block, readable } from './screen.ts'

/** Mon 26 Oct, a fortnight after the project was connected: what was done alone is looked at; and the end of the day. */
test.describe.configure({ mode: 'serial' })

let page: Page

test.beforeAll(async ({ browser }, info) => {
  await clockTo(info, '2026-10-26T08:30:00Z')
  page = await signedIn(browser)
})

test.afterAll(async () => {
  await page.context().close()
})

test('somebody of the register is edited: what does not fit is said, and what the PM says stays', async () => {
  await page.goto('/projects/HRB/people')
  await page.getByRole('link', { name: 'Lena Fischer' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lena Fischer')
  await page.getByLabel('Country, whose public holidays are days off').selectOption('DE')
  await page.getByLabel('On leave from').fill('2026-11-02')
  await page.getByLabel('to, the last day').fill('2026-11-01')
  await page.getByRole('button', { name: 'Keep this' }).click()
  await expect(page.getByRole('alert')).toHaveText('The leave ends before it begins.')
  await expect(page.getByLabel('Country, whose public holidays are days off')).toHaveValue('DE')
  await readable(page)
  await page.getByLabel('to, the last day').fill('2026-11-06')
  await page.getByLabel('While they are away, asked instead').selectOption('priya.raman@strandline.example')
  await page.getByRole('checkbox', { name: 'Never contact: binds your own mails too' }).check()
  await page.getByRole('button', { name: 'Keep this' }).click()
  const lena = page.getByRole('row').filter({ hasText: 'Lena Fischer' })
  await expect(lena).toContainText('Germany; on leave Mon 2 Nov to Fri 6 Nov; Priya Raman is asked instead')
  await expect(lena).toContainText('never')
  await readable(page)
  await page.goto('/activity?show=acts')
  await expect(page.locator('main')).toContainText(
    'edited Lena Fischer in the register: country, deputy, leave',
  )
})

test('working hours are the PM’s: a day that ends before it begins is refused, public holidays are kept', async () => {
  await page.goto('/agent')
  await block(page, 'Settings').getByRole('link', { name: 'Working hours' }).click()
  const hours = block(page, 'Working hours')
  await hours.getByLabel('to', { exact: true }).fill('07:00')
  await hours.getByRole('button', { name: 'Keep these hours' }).click()
  await expect(hours.getByRole('alert')).toHaveText('The day ends before it begins.')
  await readable(page)
  await hours.getByLabel('to', { exact: true }).fill('17:30')
  await hours.getByLabel('Country, whose public holidays are days off').selectOption('NL')
  const kept = page.waitForResponse((response) => response.request().method() === 'POST')
  await hours.getByRole('button', { name: 'Keep these hours' }).click()
  await kept
  await page.goto('/activity?show=acts')
  await expect(page.locator('main')).toContainText(
    '08:00 to 17:30, mon tue wed thu fri, Europe/London, holidays of NL',
  )
})

test('the PM goes away: what the deputy is told is read first, the header says it, and coming back is one tap', async ({}, info) => {
  const before = await writesOutside(info)
  await page.goto('/away')
  await page.getByLabel('Last day of your leave').fill('2026-10-30')
  await page.getByLabel('Who stands in').selectOption('aisha.noor@strandline.example')
  await page.locator('main').getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue(
    /^Aisha,\n\nI am away until Fri 30 Oct\./,
  )
  await readable(page)
  await page.getByLabel('Text', { exact: true }).fill('Aisha, please look after Harbour until Friday.')
  await page.getByRole('button', { name: 'Send it to Aisha Noor and go away' }).click()
  const status = page.getByTestId('agent-status')
  await expect(status).toHaveText('Away until Fri 30 Oct')
  await readable(page)
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('You are away until Fri 30 Oct.')
  await readable(page)
  await page.goto('/going-out')
  await expect(page.locator('main')).toContainText('Decisions wait, and nothing expires until Fri 30 Oct.')
  await expect(page.locator('main')).toContainText('Aisha Noor was briefed.')
  await expect.poll(async () => (await writesOutside(info)).mails, { timeout: 30_000 }).toBe(before.mails + 1)
  await page.getByRole('button', { name: 'I am back' }).click()
  await expect(status).not.toContainText('Away')
  await page.goto('/activity?show=acts')
  await expect(page.locator('main')).toContainText('Morgan Reid is back')
})

test('a sample waits on Today; right is kept, and two that are wrong lower the dial', async () => {
  await page.goto('/')
  const sample = page.getByRole('status').filter({ hasText: 'Spot check: 5 things done without you' })
  await sample.getByRole('link', { name: 'Right or wrong?' }).click()
  const checks = block(page, 'Spot checks')
  await expect(checks.getByRole('heading')).toHaveText('Spot checks (5)')
  await readable(page)
  for (const [left, verdict] of ['Right', 'Wrong', 'Wrong'].entries()) {
    await checks
      .getByRole('button', { name: new RegExp(`^${verdict}: `) })
      .first()
      .click()
    await expect(checks.getByRole('heading')).toHaveText(`Spot checks (${String(4 - left)})`)
  }
  await expect(checks).toContainText('3 earlier ones: 1 right, 2 wrong')
  await expect(block(page, 'Dial')).toContainText('Observe, lowered by rule: 2 marked wrong')
  await expect(block(page, 'How sure it was')).toContainText('Undone or wrong')
  await page.goto('/')
  const lowered = page.getByRole('status').filter({ hasText: 'Dial of HRB lowered to Observe' })
  await expect(lowered).toContainText('2 marked wrong')
  await readable(page)
})

test('signing out is for good, and too many tries have to wait', async () => {
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
