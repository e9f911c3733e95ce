import { defineConfig, devices } from '@playwright/test'
import { existsSync } from 'node:fs'

/** Debian's browser where there is one; otherwise the one that Playwright installs. */
const DEBIAN = '/usr/bin/chromium'
export const PASSWORD = 'harbour lights'

const every = [
  {
    name: 'desktop',
    port: 4310,
    use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } },
  },
  { name: 'phone', port: 4330, use: { ...devices['Pixel 7'], viewport: { width: 360, height: 740 } } },
]

/** `STORY_SIZE`: that size alone, so that `npm test` can tell both at once, each by a process of its own. */
const { STORY_SIZE } = process.env
const sizes = every.filter(({ name }) => !STORY_SIZE || name === STORY_SIZE)

/** The story is told at both sizes, each in a sandbox of its own, since a decision can be taken only once. */
export default defineConfig({
  testDir: 'tests/e2e',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  /** One after the other: a sandbox is a whole cloud, and two of them busy at once make a laptop slow. */
  workers: 1,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: {
    // Recording costs a sixth of the time: `npx playwright test --trace on` tells what a failure's page does not.
    trace: 'off',
    actionTimeout: 15_000,
    launchOptions: {
      // Without a graphics card, drawing as if there were one is the dearest way to draw.
      args: ['--no-sandbox', '--disable-gpu'],
      ...(existsSync(DEBIAN) ? { executablePath: DEBIAN } : {}),
    },
  },
  projects: sizes.map(({ name, port, use }) => ({
    name,
    use: { ...use, baseURL: `http://localhost:${port}` },
  })),
  /** Both sandboxes at once: Playwright starts servers one after the other. */
  webServer: {
    command: 'npx node tests/e2e/sandbox.ts',
    name: 'sandboxes',
    env: { SANDBOXES: sizes.map(({ name, port }) => `${name}:${port}`).join(' '), PM_PASSWORD: PASSWORD },
    wait: { stdout: /^All ready$/m },
    timeout: 240_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
})
