import { chromium, type Browser, type Locator, type Page } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { everyState } from './screen-states.ts'

const USAGE =
  'npm run screens [-- folder]    Pictures of every screen and state at both sizes, to build/screens.'
const PORT = 4470
const PASSWORD = 'harbour lights'
const BROWSER = '/usr/bin/chromium'
const PATIENCE_MS = 120_000

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
  ['activity', '/activity'],
  ['agent', '/agent'],
  ['cost', '/cost'],
  ['not-found', '/no-such-page'],
  ['decision-not-found', '/projects/HRB/decisions/none'],
]

async function main(): Promise<number> {
  const [folder = 'build/screens', ...more] = process.argv.slice(2)
  if (more.length > 0 || folder.startsWith('-')) {
    process.stderr.write(`${USAGE}\n`)
    return 2
  }
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const dev = startSandbox()
  try {
    const email = await signInLine(dev)
    const browser = await chromium.launch({
      args: ['--no-sandbox'],
      ...(existsSync(BROWSER) ? { executablePath: BROWSER } : {}),
    })
    await control('pace', { action: 'stop' })
    await control('tick', {})
    for (const size of SIZES) await everyScreen(browser, { ...size, folder, email })
    await statesOf(browser, folder, email)
    await browser.close()
    return 0
  } finally {
    const ended = once(dev, 'exit')
    dev.kill('SIGTERM')
    await ended
  }
}

function startSandbox(): ChildProcess {
  const env = { ...process.env, PORT: String(PORT), SANDBOX_FOLDER: 'screens', PM_PASSWORD: PASSWORD }
  // Without npm in between, so that a signal reaches who ends the whole cloud.
  return spawn(process.execPath, ['src/commands/dev.ts', '--fresh'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  })
}

/** Waits for the line that says who signs in; passes on what is said before it. */
async function signInLine(dev: ChildProcess): Promise<string> {
  if (!dev.stdout) throw new Error('The sandbox says nothing.')
  for await (const line of createInterface({ input: dev.stdout })) {
    process.stderr.write(`${line}\n`)
    const [, email] = /^Sign in (\S+) /.exec(line) ?? []
    if (email) return email
  }
  throw new Error('The sandbox ended before it was ready.')
}

async function control(what: string, body: object): Promise<void> {
  await fetch(`http://127.0.0.1:${PORT + 2}/_sandbox/${what}`, { method: 'POST', body: JSON.stringify(body) })
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
    await decision(page, take)
    await context.close()
  }
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await shown(page, page.getByTestId('agent-status'))
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

/** Waits for it, patiently, for a page can take long on a machine that has much to do; then says what is there instead. */
async function shown(page: Page, what: Locator): Promise<void> {
  await what.waitFor({ timeout: PATIENCE_MS }).catch(async () => {
    const there = (await page.locator('body').innerText()).slice(0, 400)
    throw new Error(`${page.url()} does not show what was waited for. It says:\n${there}`)
  })
}

/** As tall as the page, so that what stays at the bottom of a screen stands at the bottom of its picture. */
async function picture(page: Page, { name: size, folder, viewport }: Size, name: string): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await page.evaluate(() =>
    Promise.all(
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
