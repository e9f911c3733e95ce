import type { Browser, Page } from '@playwright/test'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inSandbox, PATIENCE_MS, shown, signIn } from './in-sandbox.ts'
import { everyState } from './screen-states.ts'

const USAGE =
  'npm run screens [-- folder]    Pictures of every screen and state at both sizes, to build/screens.'
const PORT = 4470

const SIZES = [
  { name: 'desktop', viewport: { width: 1280, height: 800 } },
  { name: 'phone', viewport: { width: 360, height: 740 } },
]

/** Places that are one address each. */
const PLACES: [string, string][] = [
  ['today', '/'],
  ['going-out', '/going-out'],
  ['projects', '/projects'],
  ['project-delivery', '/projects/HRB'],
  ['project-raid', '/projects/HRB/raid'],
  ['project-backlog', '/projects/HRB/backlog'],
  ['project-decisions', '/projects/HRB/decisions'],
  ['project-people', '/projects/HRB/people'],
  ['trust', '/projects/HRB/trust'],
  ['simulation', '/projects/HRB/simulation'],
  ['memory', '/projects/HRB/memory'],
  ['read', '/projects/HRB/signals'],
  ['activity', '/activity'],
  ['agent', '/agent'],
  ['cost', '/cost'],
  ['settings', '/settings'],
  ['away', '/away'],
  ['not-found', '/no-such-page'],
  ['decision-not-found', '/projects/HRB/decisions/none'],
]

/** Places that another one leads to: the first link of its kind. */
const LINKED: [string, string, string][] = [
  ['person', '/projects/HRB/people', 'main a[href*="/people/"]'],
  ['signal', '/projects/HRB/signals', 'main a[href*="/signals/"]'],
  ['act', '/activity?show=acts', 'main a[href*="/acts/"]'],
  ['chain', '/projects/HRB/decisions', 'main a[href*="/decisions/"]'],
]

async function main(): Promise<number> {
  const [folder = 'build/screens', ...more] = process.argv.slice(2)
  if (more.length > 0 || folder.startsWith('-')) {
    process.stderr.write(`${USAGE}\n`)
    return 2
  }
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  return await inSandbox({ port: PORT, folder: 'screens' }, async ({ browser, email, control }) => {
    await control('pace', { action: 'stop' })
    await control('tick', {})
    for (const size of SIZES) await everyScreen(browser, { ...size, folder, email })
    await statesOf(browser, folder, email)
    return 0
  })
}

type Size = (typeof SIZES)[number] & { folder: string; email: string }

async function everyScreen(browser: Browser, size: Size): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      viewport: size.viewport,
      colorScheme,
      baseURL: `http://localhost:${PORT}`,
    })
    const page = await context.newPage()
    page.setDefaultNavigationTimeout(PATIENCE_MS)
    const take = (name: string) => picture(page, size, colorScheme === 'dark' ? `${name}-dark` : name)
    await page.goto('/')
    await take('sign-in')
    await signIn(page, size.email)
    await page.keyboard.press('Control+K')
    await shown(page, page.getByRole('option').first())
    await take('palette')
    for (const [name, address] of PLACES) {
      await page.goto(address)
      await take(name)
    }
    for (const [name, from, link] of LINKED) {
      await page.goto(from)
      const address = (await page.locator(link).first().getAttribute('href')) ?? '/'
      await page.goto(name === 'chain' ? `${address}/chain` : address)
      await take(name)
    }
    await decision(page, take)
    await context.close()
  }
}

/** A page of somebody who is signed in, pictured at both sizes, light and dark. */
async function statesOf(browser: Browser, folder: string, email: string): Promise<void> {
  await everyState({
    vendor: `http://127.0.0.1:${PORT + 4}`,
    open: async () => {
      const page = await (await browser.newContext()).newPage()
      await page.goto(`http://localhost:${PORT}`)
      await signIn(page, email)
      return page
    },
    take: async (page, name) => {
      for (const size of SIZES)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          await page.setViewportSize(size.viewport)
          await picture(page, { ...size, folder, email }, colorScheme === 'dark' ? `${name}-dark` : name)
        }
    },
    shown,
  })
}

/** The states of a decision that a look can reach without deciding anything for good. */
async function decision(page: Page, take: (name: string) => Promise<void>): Promise<void> {
  await page.goto('/')
  const open = page.locator('a[href*="/decisions/"]').first()
  if ((await open.count()) === 0) return
  await page.goto((await open.getAttribute('href')) ?? '/')
  await shown(page, page.getByRole('heading', { name: 'What is known' }))
  await take('decision')
  await page.keyboard.press('a')
  await take('decision-chosen')
  await page.keyboard.press('h')
  await take('decision-later')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'More' }).click()
  await take('decision-more')
  await page.keyboard.press('Escape')
  await page.locator('label[for=option-E]').click()
  await take('decision-else')
  await page.keyboard.press('Shift+P')
  await shown(page, page.getByText('People and mail are hidden.'))
  await take('decision-hidden')
}

/** As tall as the page, so that what stays at the bottom of a screen stands at the bottom of its picture. */
async function picture(page: Page, { name: size, folder, viewport }: Size, name: string): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined)
  // One that is cancelled is over too.
  await page.evaluate(() =>
    Promise.allSettled(
      document.getAnimations().flatMap((each) => (each instanceof CSSTransition ? each.finished : [])),
    ),
  )
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ ...viewport, height: Math.max(height, viewport.height) })
  await page.screenshot({ path: join(folder, `${name}-${size}.png`) })
  await page.setViewportSize(viewport)
  process.stderr.write(`${name}-${size}.png\n`)
}

process.exitCode = await main()
