import { chromium, type Browser, type Locator, type Page } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'

const PASSWORD = 'harbour lights'
const BROWSER = '/usr/bin/chromium'
export const PATIENCE_MS = 120_000

/** As it was before anything of this process pointed it at a table of its own. */
const ENVIRONMENT = { ...process.env }

export type Sandbox = {
  browser: Browser
  email: string
  /** Tells the demo's clock, or another part of the sandbox, what to do. */
  control(what: string, body: object): Promise<void>
}

/** Starts the whole demo afresh, as `npm run dev` does, with a browser beside it, and ends both when the work is done. */
export async function inSandbox<T>(
  { port, folder }: { port: number; folder: string },
  work: (it: Sandbox) => Promise<T>,
): Promise<T> {
  const dev = startSandbox(port, folder)
  try {
    const email = await signInLine(dev)
    const browser = await chromium.launch({
      args: ['--no-sandbox'],
      ...(existsSync(BROWSER) ? { executablePath: BROWSER } : {}),
    })
    const control = async (what: string, body: object) => {
      const address = `http://127.0.0.1:${port + 2}/_sandbox/${what}`
      await fetch(address, { method: 'POST', body: JSON.stringify(body) })
    }
    try {
      return await work({ browser, email, control })
    } finally {
      await browser.close()
    }
  } finally {
    const ended = once(dev, 'exit')
    dev.kill('SIGTERM')
    await ended
  }
}

function startSandbox(port: number, folder: string): ChildProcess {
  const env = { ...ENVIRONMENT, PORT: String(port), SANDBOX_FOLDER: folder, PM_PASSWORD: PASSWORD }
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

/** On the sign-in page. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await shown(page, page.getByTestId('agent-status'))
}

/** Waits for it, patiently, for a page can take long on a machine that has much to do; then says what is there instead. */
export async function shown(page: Page, what: Locator): Promise<void> {
  await what.waitFor({ timeout: PATIENCE_MS }).catch(async () => {
    const there = (await page.locator('body').innerText()).slice(0, 400)
    throw new Error(`${page.url()} does not show what was waited for. It says:\n${there}`)
  })
}
