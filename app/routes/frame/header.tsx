import { Form, Link } from '@remix-run/react'
import { useAgent } from '#app/components/agent-context.ts'
import { Button } from '#app/components/ui/button.tsx'
import { Menu, opens } from '#app/components/ui/menu.tsx'
import { cn } from '#app/components/ui/cn.ts'
import { useMoment, When } from '#app/components/moment.tsx'
import { CoverItem } from '#app/routes/frame/cover-toggle.tsx'
import { Palette } from '#app/routes/frame/palette.tsx'
import { PauseButton } from '#app/routes/frame/pause-button.tsx'
import { Places } from '#app/routes/frame/places.tsx'
import { sourceNames, statusDetail, statusWords, type StatusState } from '#app/status-words.ts'
import { counted } from '#app/times.ts'

const DOTS: Record<StatusState, string> = {
  active: 'bg-deep',
  paused: 'border-2 border-care',
  away: 'border-2 border-care',
  blind: 'bg-care',
  stopped: 'bg-late',
  never: 'border-2 border-edge',
}

/** The bar over every page: where one can go, and how the agent is. */
export function Header({ name }: { name: string }) {
  return (
    <header className="border-b border-line bg-sheet">
      <div className="mx-auto flex min-h-14 max-w-[1200px] flex-wrap items-center gap-x-6 px-4 sm:px-6">
        <Link to="/" className="hidden text-[0.9375rem] font-semibold tracking-tight sm:block">
          Workbench
        </Link>
        <Places at="head" />
        <div className="ml-0 flex flex-1 items-center justify-between gap-2 sm:ml-auto sm:flex-none">
          <AgentStatus />
          <div className="flex items-center gap-1 sm:gap-2">
            <PauseButton />
            <Palette />
            <Person name={name} />
          </div>
        </div>
      </div>
    </header>
  )
}

function AgentStatus() {
  const { status, readings, waiting, rung } = useAgent()
  const { now, zone } = useMoment()
  const { state, says } = statusWords(status, now, zone, rung)
  return (
    <>
      <button
        type="button"
        {...opens('agent-status')}
        className="flex min-h-11 items-center gap-2.5 rounded-md text-left text-sm"
        data-testid="agent-status"
      >
        <span aria-hidden className={cn('size-2.5 shrink-0 rounded-full', DOTS[state])} />
        <span
          className={cn('font-medium', state === 'stopped' && 'text-late', state === 'blind' && 'text-care')}
        >
          {says}
        </span>
      </button>
      <Menu id="agent-status" label="Agent" className="top-[5.5rem] right-4 left-4 sm:left-auto sm:w-96">
        <p className="text-[0.9375rem]">{statusDetail(status, now, waiting)}</p>
        {rung && <p className="mt-1 text-[0.9375rem]">{rung.strip}</p>}
        <ul className="mt-3 text-sm text-soft">
          {readings.map((reading) => (
            <li key={reading.source}>
              {sourceNames([reading.source])}: {reading.ok ? 'read ' : 'not read '}
              <When at={reading.readAt} as="clock" />
              {reading.ok ? `, ${counted(reading.changed, 'change')}` : `. ${reading.reason ?? ''}`}
            </li>
          ))}
        </ul>
        <Link to="/agent" className="mt-3 inline-block py-2 text-sm font-medium text-deep">
          Agent ›
        </Link>
      </Menu>
    </>
  )
}

function Person({ name }: { name: string }) {
  const initials = name
    .split(/\s+/)
    .map((part) => part.charAt(0))
    .join('')
    .slice(0, 2)
  return (
    <>
      <button
        type="button"
        {...opens('person')}
        aria-label={name}
        className="flex size-11 items-center justify-center rounded-full text-sm font-semibold text-soft hover:bg-wash sm:size-9"
      >
        {initials.toUpperCase()}
      </button>
      <Menu id="person" label={name} className="top-[5.5rem] right-4 w-56">
        <p className="text-sm text-soft">{name}</p>
        <CoverItem className="mt-3 w-full" />
        <Form method="post" action="/sign-out" className="mt-3">
          <Button type="submit" className="w-full">
            Sign out
          </Button>
        </Form>
      </Menu>
    </>
  )
}
