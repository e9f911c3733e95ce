import { expect, test, type Page } from '@playwright/test'
import { signedIn } from './pm.ts'
import { block, press, readable } from './screen.ts'

/** Fri 23 Oct, still in the morning: what was wrong is said, what was learned is seen, changed and forgotten. */
test.describe.configure({ mode: 'serial' })

let page: Page

test.beforeAll(async ({ browser }) => {
  page = await signedIn(browser, '/activity?show=changes')
})

test.afterAll(async () => {
  await page.context().close()
})

const card = (words: string | RegExp) => page.locator('main li').filter({ hasText: words })

test('a line is wrong: what the right answer would have changed is said before, and one tap keeps it', async () => {
  await page
    .getByRole('link', { name: /^Wrong: / })
    .first()
    .click()
  const wrong = block(page, 'Wrong')
  const noise = wrong.getByRole('button', { name: 'It is noise' })
  await expect(noise).toHaveText(/(Would have changed (none|\d+) of \d+ earlier|No other of its kind)/)
  await expect(block(page, 'Sorted')).toContainText(/By (rule|prompt) .+@\d+ · /)
  await readable(page)
  const said = (await page.locator('[data-private]').nth(1).textContent()) ?? ''
  await press(page, 'Shift+P')
  await expect(page.locator('[data-private]').nth(1)).not.toHaveText(said)
  await press(page, 'Shift+P')
  await expect(page.getByText('People and mail are hidden.')).toHaveCount(0)
  await expect(page.locator('[data-private]').nth(1)).toHaveText(said)
  await noise.click()
  await expect(wrong).toContainText('You said')
  await expect(block(page, 'Sorted')).not.toContainText('Noise.')
})

test('what was learned can be changed and forgotten', async () => {
  await page.getByRole('link', { name: 'Change it in the memory ›' }).click()
  const learned = card(/: noise/)
  await expect(learned).toContainText('It has not mattered yet.')
  await learned.getByText('▸ Change').click()
  await learned.getByRole('radio', { name: 'routine' }).check()
  await readable(page)
  await learned.getByRole('button', { name: 'Save the change' }).click()
  const changed = card(/: routine/)
  await expect(changed).toHaveCount(1)
  await changed.getByRole('button', { name: 'Forget this' }).click()
  await expect(changed).toHaveCount(0)
  await page.goto('/activity?show=decisions')
  await expect(page.locator('main')).toContainText(/Wrong: “.+” is noise, not (needs you|worth knowing)/)
  await expect(page.locator('main')).toContainText('Taken out of the memory: routine')
})

test('a decision opens its full chain, and should not have been raised', async () => {
  await page.goto('/projects/HRB/memory')
  await card('you chose').first().getByRole('link').click()
  await expect(block(page, 'Asked of models')).toContainText(/prompt reason@\d+, claude-sonnet/)
  await expect(block(page, 'Acts of your choice')).toContainText(/Receipt: .+/)
  await readable(page)
  const wrong = block(page, 'Wrong')
  await expect(wrong).toContainText(
    /(All|The) \d+ earlier decisions? would still have been raised\.|\d+ of \d+ earlier decisions? would not have been raised\./,
  )
  await wrong.getByRole('button', { name: 'Not about this matter' }).click()
  await expect(wrong).toContainText('You said so')
  await wrong.getByRole('link', { name: 'Change it in the memory ›' }).click()
  await card('Not to be raised').getByRole('button', { name: 'Forget this' }).click()
  await expect(card('Not to be raised')).toHaveCount(0)
})

test('everything that was read is listed, routine too, and opens its chain', async () => {
  await page.goto('/projects/HRB/signals')
  await expect(page.locator('main li').first()).toContainText(/routine|noise|worth knowing|needs you/)
  await readable(page)
  await page.locator('main li').first().getByRole('link').first().click()
  await expect(block(page, 'What came in')).toBeVisible()
})
