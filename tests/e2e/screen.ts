import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'

/** A headed block of a page, by how its heading begins. */
export function block(on: Page, heading: string): Locator {
  const starts = new RegExp(`^${heading}`)
  return on.locator('section').filter({ has: on.getByRole('heading', { level: 2, name: starts }) })
}

let pictures = 0

/** Readable by everybody, and no wider than the screen. `PICTURES`: a folder in which each such moment is kept to be looked at. */
export async function readable(on: Page): Promise<void> {
  const folder = process.env['PICTURES']
  const name = new URL(on.url()).pathname.split('/').slice(1, 4).join('-')
  if (folder) await on.screenshot({ path: `${folder}/${String(++pictures).padStart(2, '0')}-${name}.png` })
  // Without its own page for putting frames together, since there are none: that page took two thirds of the time.
  const axe = new AxeBuilder({ page: on }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const told = serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  expect(told, on.url()).toEqual([])
  const wide = await on.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wide, `${on.url()} is wider than the screen`).toBeLessThanOrEqual(0)
}

/** On the phone what is done and what was seen stand behind "More". */
export async function openMore(on: Page): Promise<void> {
  const more = on.getByText('▸ More: ')
  if (await more.isVisible()) await more.click()
}

/** An act that waits, in whichever list of the page it stands. */
export function held(on: Page, key: string) {
  return on
    .locator('main li')
    .filter({ has: on.getByRole('link', { name: `Comment on ${key}` }) })
    .filter({ hasText: 'Read the comment' })
}

/** Under the thumb: what can be done with a decision, and what has to be known before. */
export function bar(on: Page): Locator {
  return on.getByRole('region', { name: 'What to do' })
}

/** A key of the page: it can be heard only once the page has come alive. */
export async function press(on: Page, key: string): Promise<void> {
  await expect(on.getByTestId('live')).toBeAttached()
  await on.keyboard.press(key)
}

export async function pick(on: Page, option: string): Promise<void> {
  await expect(on.locator(`#option-${option}`)).toBeVisible()
  await on.locator(`label[for=option-${option}]`).click()
}

/** Taps the bar: the only verb that it shows. */
export async function perform(on: Page): Promise<void> {
  await on.locator('.verb:visible').click()
}

export async function choose(on: Page, option: string): Promise<void> {
  await pick(on, option)
  await perform(on)
}

export async function openTab(on: Page, name: string): Promise<void> {
  await on.getByRole('navigation', { name: 'Documents' }).getByRole('link', { name }).click()
  await expect(on.locator('a[aria-current=page]', { hasText: name })).toBeVisible()
}

export async function turnDial(on: Page, to: string): Promise<void> {
  const dial = block(on, 'Dial')
  await dial.locator('summary', { hasText: to }).click()
  await dial.getByRole('button', { name: `Turn the dial to ${to}` }).click()
  await expect(dial.locator('li').filter({ hasText: to }).first()).toContainText('Now')
}

export async function openPersonMenu(on: Page): Promise<void> {
  await expect(on.getByTestId('live')).toBeAttached()
  await on.getByRole('button', { name: 'Morgan Reid' }).click()
}

/** A finger that goes across the middle of the screen. */
export async function swipe(on: Page, to: 'left' | 'right'): Promise<void> {
  const touch = await on.context().newCDPSession(on)
  const path = [80, 140, 200, 280].map((x) => ({ x: to === 'right' ? x : 360 - x, y: 300 }))
  for (const [index, point] of path.entries())
    await touch.send('Input.dispatchTouchEvent', {
      type: index === 0 ? 'touchStart' : 'touchMove',
      touchPoints: [point],
    })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await touch.detach()
}
