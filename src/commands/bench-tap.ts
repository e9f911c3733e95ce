import type { Page } from '@playwright/test'
import { setTimeout as sleep } from 'node:timers/promises'
import { benchDecide } from '#src/sandbox/campaign/bench-decide.ts'
import { benchLine, type Bench } from '#src/sandbox/campaign/bench.ts'
import { inSandbox, PATIENCE_MS, shown, signIn } from './in-sandbox.ts'

const PORT = 4490
const WARM_UP = 3
const TIMES = 15
/** Longer than a slow machine needs to look and to take the choice back. */
const UNDO_SECONDS = 30
/** Each choice has workers that wait its seconds out: not too many at a time. */
const BETWEEN_MS = 2_500
const OPTION = 'A'

/** Milliseconds from a tap on the verb of an option. */
type Tap = { committed: number; painted: number }

/** A choice, from the use case up to the eye: the store first, and then a browser on the running demo. */
export async function benchChoice(): Promise<Bench[]> {
  const taps = await tapped()
  const store = await benchDecide()
  return [...store, ...linesOf(taps, store[0]?.peer ?? null)]
}

async function tapped(): Promise<Tap[]> {
  return await inSandbox({ port: PORT, folder: 'bench' }, async ({ browser, email, control }) => {
    await control('pace', { action: 'stop' })
    await control('tick', {})
    await control('undo', { seconds: UNDO_SECONDS })
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
    await page.goto(`http://localhost:${PORT}`)
    await signIn(page, email)
    await page.locator('a[href*="/decisions/"]').first().click()
    const taps: Tap[] = []
    for (let n = 0; n < WARM_UP + TIMES; n++) taps.push(await tapOnce(page))
    return taps.slice(WARM_UP)
  })
}

/** Chooses, looks, and takes it back, so that it can be chosen again. */
async function tapOnce(page: Page): Promise<Tap> {
  await shown(page, page.getByText('Choose an option above'))
  await page.getByTestId('live').waitFor({ state: 'attached', timeout: PATIENCE_MS })
  await page.locator(`label[for=option-${OPTION}]`).click()
  const verb = page.locator('.verb:visible')
  await shown(page, verb)
  const looking = page.evaluate(untilPainted)
  await verb.click()
  const tap = await looking
  await page.getByRole('button', { name: 'Undo' }).click()
  await sleep(BETWEEN_MS)
  return tap
}

/**
 * Runs in the page. Committed: the answer to the choice is there, which the server gives once it is. Painted: the browser
 * has drawn the frame that shows it as made, with the seconds in which it can be taken back.
 */
function untilPainted(): Promise<Tap> {
  return new Promise((done) => {
    const finished = (tapped: number) => {
      const answers = performance.getEntriesByType('resource').filter(({ startTime }) => startTime >= tapped)
      const [first] = answers.filter((each) => each.name.includes('/decisions/'))
      const painted = performance.now() - tapped
      done({ painted, committed: first ? first.startTime + first.duration - tapped : NaN })
    }
    const onTap = ({ timeStamp }: Event) => {
      const look = new MutationObserver(() => {
        if (!document.querySelector('#undo')) return
        look.disconnect()
        // What is posted before a frame is drawn is heard when it has been.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => finished(timeStamp)
          port2.postMessage(null)
        })
      })
      look.observe(document.body, { childList: true, subtree: true })
    }
    performance.clearResourceTimings()
    addEventListener('click', onTap, { once: true, capture: true })
  })
}

function linesOf(taps: Tap[], floor: number | null): Bench[] {
  const line = (what: keyof Tap, words: string, share: number, of: string) => {
    const ours =
      taps.map((tap) => tap[what]).toSorted((a, b) => a - b)[Math.floor(taps.length * share)] ?? NaN
    const beside = floor === null ? {} : { peer: floor, ratio: ours / floor, peerName: FLOOR }
    return benchLine({ name: 'decide', metric: `${words}, ${of}`, unit: 'ms', ours, ...beside })
  }
  return (['committed', 'painted'] as const).flatMap((what) => [
    line(what, `tap to ${what}`, 0.5, 'the median'),
    line(what, `tap to ${what}`, 0.95, `the slowest of ${TIMES}`),
  ])
}

const FLOOR = 'a plain conditional write of the same rows'
