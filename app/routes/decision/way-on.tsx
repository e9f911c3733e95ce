import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useAgent } from '#app/components/agent-context.ts'
import { useMoment } from '#app/components/moment.tsx'
import { Button } from '#app/components/ui/button.tsx'
import type { Made } from '#app/routes/decision/decision-state.ts'
import type { Loaded } from '#app/routes/decision/load.server.ts'
import { RuleButton } from '#app/routes/decision/rule-button.tsx'
import { clockTime } from '#app/times.ts'

type Props = Pick<Loaded, 'asked' | 'next'> & { made: Made | null }

/** What can be said of a decision that is closed, and where to go from it. Source: screens.md, Decision, strip and bar. */
export function WayOn({ asked, made, next }: Props) {
  if (asked.status === 'superseded') {
    if (asked.by !== null)
      return (
        <Button kind="main" asChild>
          <Link to={`/projects/${asked.projectId}/decisions/${asked.by}`}>Open it</Link>
        </Button>
      )
    return (
      <Both>
        <Onward next={next} words="Close it" />
        <RuleButton intent="still-undecided">Still undecided</RuleButton>
      </Both>
    )
  }
  switch (made?.is) {
    case 'failed':
    case 'stopped':
      return (
        <Both>
          <Onward next={next} words={next ? 'Next decision' : 'Today'} kind="plain" />
          <RuleButton intent="choose-again" kind="main">
            Choose again
          </RuleButton>
        </Both>
      )
    case 'part':
      return (
        <Both>
          <Onward next={next} words="Leave it" kind="plain" />
          <RuleButton intent="choose-again" kind="main">
            Try another way
          </RuleButton>
        </Both>
      )
    default:
      return <Onward next={next} />
  }
}

const Both = ({ children }: { children: ReactNode }) => (
  <div className="ml-auto flex shrink-0 flex-wrap items-center gap-2 sm:gap-3">{children}</div>
)

type OnwardProps = { next: Loaded['next']; words?: string; kind?: 'main' | 'plain' }

/** There is no jump: the next decision waits for a tap. `words`: what is said of this one by going on. */
function Onward({ next, words, kind = 'main' }: OnwardProps) {
  const { zone } = useMoment()
  const { status } = useAgent()
  if (next)
    return (
      <Button kind={kind} asChild>
        <Link to={`/projects/${next.projectId}/decisions/${next.id}`}>{words ?? 'Next decision'}</Link>
      </Button>
    )
  if (words !== undefined)
    return (
      <Button kind={kind} asChild>
        <Link to="/">{words}</Link>
      </Button>
    )
  return (
    <div className="flex items-center gap-4 text-sm">
      <p>
        <strong className="font-semibold">That was the last one.</strong>
        {status.nextCheckAt && ` Next check ${clockTime(status.nextCheckAt, zone)}.`}
      </p>
      <Button asChild>
        <Link to="/">Today</Link>
      </Button>
    </div>
  )
}
