import { useNavigation, useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { createCoalescer } from '#app/live/coalescer.ts'
import type { Link } from '#app/live/link.ts'
import { LinkContext, PushedContext } from '#app/live/live-context.ts'
import { readLiveTicket } from '#app/live/live-ticket.ts'
import { createPushedRows } from '#app/live/pushed-rows.ts'
import { afterFirstPaint, hearPage } from '#app/live/page-life.ts'
import { keepLive, type ConnectionEvents } from '#app/live/watchdog.ts'

/** One read per quarter of a second, however many reasons there are to read again. */
const READ_GAP_MS = 250

/**
 * Keeps the page live from its first paint on. Loaders are read again when the connection opens or opens anew,
 * when the tab wakes, and when a push shows that something was missed; between pushes nothing is requested.
 */
export function LiveProvider({ children }: { children: ReactNode }) {
  const [link, setLink] = useState<Link>({ state: 'connecting' })
  const [pushed] = useState(createPushedRows)
  const { request, settled } = useCoalescedReads()

  useEffect(() => {
    const stop = afterFirstPaint(() => {
      const onLink = (next: Link) => {
        setLink(next)
        if (next.state === 'live') request()
      }
      const onPush: ConnectionEvents['push'] = (noun, row) => {
        if (pushed.receive(noun, row) && !document.hidden) request()
      }
      const keeper = keepLive({ open, onLink, onPush })
      const stopHearing = hearPage({
        offline: keeper.offline,
        online: keeper.tryNow,
        wake: () => {
          keeper.tryNow()
          request()
        },
      })
      return () => {
        stopHearing()
        keeper.stop()
      }
    })
    return stop
  }, [pushed, request])

  useEffect(settled)

  return (
    <PushedContext.Provider value={pushed}>
      <LinkContext.Provider value={link}>{children}</LinkContext.Provider>
    </PushedContext.Provider>
  )
}

/** A fresh ticket for every connection; the client itself (64 kB) is fetched once, and not before it is needed. */
async function open(on: ConnectionEvents): Promise<() => void> {
  const [{ connectAmplify }, ticket] = await Promise.all([
    import('#app/live/amplify-connection.ts'),
    readLiveTicket(),
  ])
  return connectAmplify(ticket, on)
}

/**
 * `request` wishes for a read; `settled`, called after every render, tells when one has ended. A page that is on its way
 * comes first: a read now would cut it off and fetch it again, and whoever tapped would wait twice.
 */
function useCoalescedReads() {
  const { revalidate, state } = useRevalidator()
  const isOnItsWay = useNavigation().state !== 'idle'
  const current = useRef({ revalidate, state, isOnItsWay })
  current.current = { revalidate, state, isOnItsWay }
  const [reads] = useState(() => {
    let postponed = false
    const run = () => {
      postponed = current.current.isOnItsWay
      if (!postponed) current.current.revalidate()
    }
    const coalescer = createCoalescer({ gapMs: READ_GAP_MS, run })
    const settled = () => {
      if (current.current.state !== 'idle' || current.current.isOnItsWay) return
      coalescer.settled()
      if (!postponed) return
      postponed = false
      coalescer.request()
    }
    return { request: coalescer.request, settled, stop: coalescer.stop }
  })
  useEffect(() => reads.stop, [reads])
  return reads
}
