import type { APIRequestContext } from '@playwright/test'

/** Of pages that differ only in what they are about, so many are looked at. */
const OF_A_KIND = 2
const LINK = /<a [^>]*href="(\/[^"]*)"/g

/** Follows every link of the workbench from a page on, and says where which of them leads nowhere, with its status. */
export async function deadLinks(request: APIRequestContext, from: string): Promise<string[]> {
  const seen = new Set([from])
  const kinds = new Map<string, number>()
  const dead: string[] = []
  for (const address of seen) {
    const answer = await request.get(address)
    if (!answer.ok()) dead.push(`${address}: ${answer.status()}`)
    for (const [, link = ''] of (await answer.text()).matchAll(LINK)) {
      const [to = ''] = link.replaceAll('&amp;', '&').split('#')
      const met = kinds.get(kindOf(to)) ?? 0
      if (to === '' || seen.has(to) || met >= OF_A_KIND) continue
      kinds.set(kindOf(to), met + 1)
      seen.add(to)
    }
  }
  return dead
}

/** Without what it is about: ids and addresses. A project stays: what is of none has one of its own. */
function kindOf(address: string): string {
  return address.replace(/(?<=[/=])[^/?&]*[\d@%][^/?&]*/g, '*')
}
