import { Amplify } from 'aws-amplify'
import { CONNECTION_STATE_CHANGE, generateClient } from 'aws-amplify/api'
import { Hub } from 'aws-amplify/utils'
import { asLiveRow } from '#app/live/pushed-rows.ts'
import type { ConnectionEvents } from '#app/live/watchdog.ts'
import {
  nouns,
  subscriptionDocument,
  subscriptionFields,
  type LiveRow,
  type Noun,
} from '#src/adapters/push/operations.ts'

/** What Amplify calls the acknowledgement of one subscription. */
const SUBSCRIPTION_ACK = 'Subscription ack'
/** States in which pushes no longer come, or (the last) nothing came for 65 s although every minute something must. */
const LOST = new Set([
  'Disconnected',
  'ConnectionDisrupted',
  'ConnectionDisruptedPendingNetwork',
  'ConnectedPendingKeepAlive',
])

let attempts = 0

/**
 * Follows every noun over one socket with the unmodified Amplify client; live once all are acknowledged.
 * `url` is the API's HTTP address: Amplify turns `http:` into `wss:`, so a plain one is given to it as `ws:`.
 */
export function connectAmplify(
  { url, token }: { url: string; token: string },
  on: ConnectionEvents,
): () => void {
  const endpoint = url.replace(/^http:/, 'ws:')
  Amplify.configure({ API: { GraphQL: { endpoint, defaultAuthMode: 'lambda' } } })
  const client = generateClient({ endpoint, authMode: 'lambda' })
  attempts += 1
  const names = new Map(nouns.map((noun) => [noun, `${subscriptionFields[noun]}_${attempts}`]))
  const stopHearing = hearHub([...names.values()], on)

  function follow(noun: Noun): () => void {
    const query = subscriptionDocument(noun, { name: names.get(noun) ?? noun })
    const pushes = client.graphql({ query }, async () => ({ Authorization: token }))
    if (!('subscribe' in pushes)) throw new TypeError(`${query} is no subscription`)
    const subscription = pushes.subscribe({
      next: ({ data }) => {
        const row = pushedRow(noun, data)
        if (row) on.push(noun, row)
      },
      error: on.lost,
    })
    return () => subscription.unsubscribe()
  }

  const ends = nouns.map(follow)
  return () => {
    stopHearing()
    for (const end of ends) end()
  }
}

/** Amplify says on its Hub, and nowhere else, what has become of a connection. */
function hearHub(names: string[], on: ConnectionEvents): () => void {
  const awaited = new Set(names)
  return Hub.listen('api', ({ payload: { event, data } }) => {
    if (event === SUBSCRIPTION_ACK && awaited.size > 0) {
      awaited.delete(operationName(textOf(data, 'query')))
      if (awaited.size === 0) on.live()
    }
    const settled = awaited.size === 0
    if (event === CONNECTION_STATE_CHANGE && settled && LOST.has(textOf(data, 'connectionState'))) on.lost()
  })
}

function pushedRow<N extends Noun>(noun: N, data: unknown): LiveRow<N> | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  return asLiveRow(noun, Reflect.get(data, subscriptionFields[noun]))
}

const operationName = (query: string) => /^subscription (\w+)/.exec(query)?.[1] ?? ''

function textOf(data: unknown, field: string): string {
  const value: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, field) : undefined
  return typeof value === 'string' ? value : ''
}
