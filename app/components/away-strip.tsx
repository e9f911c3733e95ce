import { useFetcher, useLocation } from '@remix-run/react'
import { useAgent } from '#app/components/agent-context.ts'
import { useMoment } from '#app/components/moment.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Strip } from '#app/components/ui/strip.tsx'
import { WaitedDialogue } from '#app/components/waited-dialogue.tsx'
import { untilWords } from '#app/status-words.ts'

/** That the PM is away, what that means, and the way back; nothing while they are here. */
export function AwayStrip() {
  const { away, waited } = useAgent()
  const { now, zone } = useMoment()
  if (away === null) return null
  const until = untilWords(away.until, now, zone)
  const deputy = away.deputy === null ? 'Nobody was briefed.' : `${away.deputy} was briefed.`
  const tells = away.tells ? ' On working mornings they are told what has come since.' : ''
  return (
    <Strip tone="care">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p className="min-w-0 flex-1 basis-64">
          {away.isOver
            ? `Your leave ended${until.replace(' until', '')}. What waited goes only when you say so.`
            : `Decisions wait, and nothing expires${until}. ${deputy}${tells}`}
        </p>
        {waited === null ? (
          <Back />
        ) : (
          <WaitedDialogue
            waited={waited}
            button="I am back"
            title="waited while you were away."
            action="/away"
            says={{ intent: 'back' }}
          />
        )}
      </div>
    </Strip>
  )
}

function Back() {
  const fetcher = useFetcher()
  const { pathname } = useLocation()
  return (
    <fetcher.Form method="post" action="/away">
      <input type="hidden" name="intent" value="back" />
      <input type="hidden" name="to" value={pathname} />
      <Button type="submit" size="small" disabled={fetcher.state !== 'idle'}>
        I am back
      </Button>
    </fetcher.Form>
  )
}
