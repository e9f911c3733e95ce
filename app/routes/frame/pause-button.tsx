import { useFetcher, useLocation } from '@remix-run/react'
import { useAgent } from '#app/components/agent-context.ts'
import { Button } from '#app/components/ui/button.tsx'
import { WaitedDialogue } from '#app/components/waited-dialogue.tsx'

/** Stops everything that would leave; lets it go on. What waited meanwhile is asked about first: there is no "send all". */
export function PauseButton() {
  const { status, waited } = useAgent()
  if (status.state !== 'paused') return <Toggle paused="yes">Pause</Toggle>
  return waited === null ? (
    <Toggle paused="no">Resume</Toggle>
  ) : (
    <WaitedDialogue
      waited={waited}
      button="Resume"
      title="waited while paused."
      action="/pause"
      says={{ paused: 'no' }}
    />
  )
}

function Toggle({ paused, children }: { paused: 'yes' | 'no'; children: string }) {
  const fetcher = useFetcher()
  const { pathname } = useLocation()
  return (
    <fetcher.Form method="post" action="/pause">
      <input type="hidden" name="to" value={pathname} />
      <Button type="submit" size="small" name="paused" value={paused} disabled={fetcher.state !== 'idle'}>
        {children}
      </Button>
    </fetcher.Form>
  )
}
