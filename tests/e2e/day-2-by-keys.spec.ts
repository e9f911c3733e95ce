import { expect, test, type Page } from '@playwright/test'
import { clockTo, signedIn, undoFor, writesOutside } from './pm.ts'
import { block, press, readable } from './screen.ts'

/** Thu 22 Oct, half past eleven: anywhere by its name, and acts asked for, from the palette. */
test.describe.configure({ mode: 'serial' })

const UAT = 'UAT entry on Fri 30 Oct does not hold'

let page: Page

test.beforeAll(async ({ browser }, info) => {
  await clockTo(info, '2026-10-22T10:30:00Z')
  page = await signedIn(browser)
  await block(page, 'Needs you').getByRole('link', { name: UAT }).click()
  await expect(page.getByText('Choose an option above')).toBeVisible()
})

test.afterAll(async () => {
  await page.context().close()
})

test('the palette goes to a document and back to the decision, by keys alone', async ({}, info) => {
  if (info.project.name === 'desktop') await press(page, 'Control+K')
  else await page.getByRole('button', { name: 'Go to…' }).click()
  const palette = page.getByRole('dialog', { name: 'Go to…' })
  await expect(palette.getByRole('option').first()).toBeVisible()
  await readable(page)
  await page.keyboard.type('raid log')
  await press(page, 'Enter')
  await expect(page).toHaveURL(/\/projects\/HRB\/raid$/)
  await press(page, 'Control+K')
  await page.keyboard.type('hrb-114')
  await expect(palette.getByRole('option').first()).toContainText('Jira ↗')
  await press(page, 'Control+A')
  // In one go, as one who knows what comes types it.
  await page.keyboard.type('uat entry\n')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(UAT)
  // The keys are the page's again, and Enter is no button of the palette's.
  await undoFor(info, 30)
  await press(page, 'b')
  await press(page, 'Enter')
  await expect(page.getByText('Doing this in')).toBeVisible()
  await press(page, 'u')
  await expect(page.getByText('Choose an option above')).toBeVisible()
})

test('what is typed before the palette’s list has come is kept', async () => {
  const decision = page.url()
  const come = Promise.withResolvers<null>()
  await page.route(/palette-list/, async (route) => {
    await come.promise
    await route.continue()
  })
  await page.goto(decision)
  await press(page, 'Control+K')
  await page.keyboard.type('raid')
  const palette = page.getByRole('dialog', { name: 'Go to…' })
  await expect(palette.getByText('Loading…')).toBeVisible()
  await readable(page)
  come.resolve(null)
  await expect(palette.getByRole('option').first()).toContainText('RAID')
  await page.keyboard.type(' log')
  await expect(palette.getByRole('combobox')).toHaveValue('raid log')
  await page.unroute(/palette-list/)
  await press(page, 'Escape')
  // A page that has never fetched it, and one who knows what comes.
  await page.goto(decision)
  await press(page, 'Control+K')
  await page.keyboard.type('raid log\n')
  await expect(page).toHaveURL(/\/projects\/HRB\/raid$/)
  await page.goto(decision)
})

test('the palette asks for an act, which can be taken back before it goes', async ({}, info) => {
  const decision = page.url()
  const before = await writesOutside(info)
  await undoFor(info, 30)
  await press(page, 'Control+K')
  await page.keyboard.type('due hrb-120 2026-11-20')
  await expect(page.getByRole('option').first()).toContainText('Due date of a ticket')
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Due date of a ticket')
  await expect(page.getByLabel(/^Due on/)).toHaveValue('2026-11-20')
  await readable(page)
  await page.getByRole('button', { name: 'Set the date' }).click()
  await expect(page.getByText('About to go')).toBeVisible()
  await readable(page)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Stopped')).toBeVisible()
  expect(await writesOutside(info)).toEqual(before)
  await page.goto(decision)
})
