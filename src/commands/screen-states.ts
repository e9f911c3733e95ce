import type { Locator, Page } from '@playwright/test'

type Camera = {
  /** Jira's address. */
  vendor: string
  /** A page of its own device, signed in, on Today. */
  open(): Promise<Page>
  take(page: Page, name: string): Promise<void>
  shown(page: Page, what: Locator): Promise<void>
}

/**
 * The states that something has to happen for, one after the other: Jira refuses all of a choice, then a part of one;
 * somebody else is a moment faster; the network is gone.
 */
export async function everyState({ vendor, open, take, shown }: Camera): Promise<void> {
  const [page, other] = [await open(), await open()]
  const isOpen = () => shown(page, page.getByText('Choose an option above'))
  await page.locator('a[href*="/decisions/"]').first().click()
  await isOpen()
  const again = page.getByRole('button', { name: /^(Choose again|Try another way)$/ })
  for (const [name, option] of [
    ['decision-failed', 'C'],
    ['decision-part', 'B'],
  ] as const) {
    await refuseOne(vendor)
    await choose(page, option)
    await shown(page, again)
    await take(page, name)
    await again.click()
    await isOpen()
  }
  await page.locator('label[for=option-B]').click()
  await take(page, 'decision-again')
  await other.goto(page.url())
  // Without a push the page does not know yet that it comes second.
  await page.routeWebSocket(/./, () => undefined)
  await page.reload()
  await isOpen()
  await choose(other, 'A')
  await choose(page, 'C')
  await shown(page, page.getByRole('button', { name: /^Ask again/ }))
  await take(page, 'decision-lost')
  await page.context().setOffline(true)
  await shown(page, page.getByText('Offline.'))
  await take(page, 'decision-offline')
  await Promise.all([page, other].map((each) => each.context().close()))
}

async function choose(page: Page, option: string): Promise<void> {
  await page.locator(`label[for=option-${option}]`).click()
  await page.locator('.verb:visible').click()
}

/** Jira refuses the next thing that is written on a ticket. */
async function refuseOne(vendor: string): Promise<void> {
  const body = JSON.stringify([{ fault: '410', times: 1, match: 'POST /rest/api/3/issue/' }])
  await fetch(`${vendor}/_control/faults`, { method: 'POST', body })
}
