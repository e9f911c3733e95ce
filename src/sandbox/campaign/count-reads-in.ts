import { instantOf } from '#src/sandbox/jira/local-time.ts'

/**
 * Counts, from now on, the requests of this process to Jira whose query names another moment in the account's zone than it
 * would in another: without one, a play with an account somewhere else proves nothing.
 */
export function countReadsIn(accountZone: string, otherZone: string): () => number {
  let count = 0
  const { fetch: real } = globalThis
  globalThis.fetch = async (input, init) => {
    const body = typeof init?.body === 'string' ? init.body : ''
    const [, day, time] = /updated >= \\"(\S+) (\S+)\\"/.exec(body) ?? []
    const local = `${day}T${time}`
    if (day && time && instantOf(local, accountZone).getTime() !== instantOf(local, otherZone).getTime())
      count += 1
    return await real(input, init)
  }
  return () => count
}
