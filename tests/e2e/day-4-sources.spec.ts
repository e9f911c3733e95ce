import { expect, test, type Page } from '@playwright/test'
import { clockTo, graphControl, signedIn } from './pm.ts'
import { block, readable } from './screen.ts'

/** Fri 23 Oct, past ten: what the agent must not read, can't see and may not do. */
test.describe.configure({ mode: 'serial' })

let page: Page

test.beforeAll(async ({ browser }, info) => {
  await clockTo(info, '2026-10-23T09:01:00Z')
  page = await signedIn(browser, '/agent')
})

test.afterAll(async () => {
  await page.context().close()
})

test('a sender is excluded, and what is neither address nor domain is said on the form', async () => {
  const sources = block(page, 'Sources')
  await sources.getByText('Never read: nothing').click()
  const senders = sources.getByLabel('Senders, one a line')
  await senders.fill('Gareth Pugh')
  await sources.getByRole('button', { name: 'Leave these unread' }).click()
  await expect(sources.getByRole('alert')).toHaveText('gareth pugh is neither an address nor a domain.')
  await readable(page)
  await senders.fill('Gareth.Pugh@strandline.example')
  await sources.getByRole('button', { name: 'Leave these unread' }).click()
  await expect(sources.getByText('Never read: 1 sender')).toBeVisible()
})

test('Outlook refuses: blind since when and why; mended, Check now reads what was missed, but not that sender', async ({}, info) => {
  const [status, unseen] = [page.getByTestId('agent-status'), block(page, 'Not seen')]
  await graphControl(info, 'faults', [{ fault: '401', times: 500 }])
  await clockTo(info, '2026-10-23T09:16:00Z')
  await expect(status).toContainText('Blind: Outlook since', { timeout: 30_000 })
  await page.goto('/agent')
  await expect(unseen).toContainText('and still not seen')
  await expect(unseen).toContainText('Microsoft refused the sign-in (InvalidAuthenticationToken).')
  await graphControl(info, 'faults', [])
  await page.getByRole('button', { name: 'Check now' }).click()
  await expect(status).toContainText('Active', { timeout: 30_000 })
  await page.goto('/agent')
  await expect(unseen).not.toContainText('still not seen')
  await expect(unseen).toContainText('0 mails from then were read afterwards.')
  // The first read after an exclusion lists what lies before it anew: the sender's earlier mails are counted too, and
  // those that were known are seen once more.
  await expect(block(page, 'Sources')).toContainText(
    /0 mails read, [1-9]\d* left unread as you asked, (\d+) of \1 mails? seen/,
  )
  await page.goto('/activity')
  await expect(page.locator('main')).toContainText('Outlook is back.')
  await expect(page.locator('main')).not.toContainText('Coach firms want invoices')
})

test('the connections say what they may do, and what to change where they may not', async ({}, info) => {
  await graphControl(info, 'grants', { missing: ['Mail.Send'] })
  await page.goto('/agent')
  const connections = block(page, 'Connections')
  await connections.getByRole('button', { name: 'Test the connections' }).click()
  await expect(connections).toContainText('Outlook cannot write: mail that is sent', { timeout: 30_000 })
  await expect(connections).toContainText('Application Mail.Send')
  await expect(connections).toContainText('Jira can write: HRB')
  await readable(page)
  await graphControl(info, 'grants', { missing: [] })
})
