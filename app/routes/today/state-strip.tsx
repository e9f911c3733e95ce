import type { ReactNode } from 'react'
import { useAgent } from '#app/components/agent-context.ts'
import { AwayStrip } from '#app/components/away-strip.tsx'
import { useMoment } from '#app/components/moment.tsx'
import { Strip } from '#app/components/ui/strip.tsx'
import { statusDetail, statusWords } from '#app/status-words.ts'
import { counted, dayAndClock } from '#app/times.ts'

/** What the agent's state means for this page; nothing while all is as usual. */
export function StateStrip() {
  const { now, zone } = useMoment()
  const { status, waiting, rung, away } = useAgent()
  const { state, says } = statusWords(status, now, zone)
  const detail = statusDetail(status, now, waiting)
  switch (state) {
    case 'away':
      return <Away />
    case 'active':
      if (away) return <Away />
      return rung && <Block>{[rung.title, rung.strip].filter(Boolean).join(' ')}</Block>
    case 'never':
      return null
    case 'paused':
      return waiting === 0 ? null : (
        <Block>
          {counted(waiting, 'thing')} {waiting === 1 ? 'waits. It keeps' : 'wait. They keep'} waiting until
          you resume.
        </Block>
      )
    case 'blind': {
      const since = dayAndClock(status.blindSince ?? now, now, zone)
      return (
        <Block>
          {says}. {detail} Changes after {since} are not in this picture.
        </Block>
      )
    }
    case 'stopped':
      return <Block late>{detail} So nothing here is current.</Block>
  }
}

function Away() {
  return (
    <div className="-mt-2 mb-7">
      <AwayStrip />
    </div>
  )
}

function Block({ late = false, children }: { late?: boolean; children: ReactNode }) {
  return (
    <div className="-mt-2 mb-7">
      <Strip tone={late ? 'late' : 'care'}>{children}</Strip>
    </div>
  )
}
