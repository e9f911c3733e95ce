import { useActionData, useFetcher } from '@remix-run/react'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { actPath, standWords } from '#app/act-words.ts'
import { useAgent } from '#app/components/agent-context.ts'
import { LongerFields } from '#app/components/hold-longer.tsx'
import { StopFields } from '#app/components/stop-fields.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Menu, opens } from '#app/components/ui/menu.tsx'
import { NoEnter } from '#app/components/ui/no-enter.tsx'
import { counted } from '#app/times.ts'
import type { rule } from '#app/routes/going-out/rule.server.ts'

/** The form that rows are selected for. */
export const MANY = 'many'

const PLACE = 'inset-x-4 top-[12vh] mx-auto max-h-[75dvh] max-w-sm overflow-y-auto'

/** The lists, and below them what can be said of several rows at once; there is none that selects them all. */
export function Selecting({ children }: { children: ReactNode }) {
  const fetcher = useFetcher<typeof rule>()
  const told = useActionData<typeof rule>()
  const form = useRef<HTMLFormElement>(null)
  const [count, setCount] = useState(0)
  const answer = fetcher.data ?? told
  const ruled = fetcher.data?.ruled
  useEffect(() => {
    if (!ruled) return
    form.current?.reset()
    setCount(0)
  }, [ruled])
  return (
    <div
      className="group/queue flex flex-col gap-8"
      onChange={(event) => setCount(ticked(event.currentTarget))}
    >
      <Answer message={answer?.message ?? null} ruled={answer?.ruled ?? []} />
      {children}
      <fetcher.Form
        ref={form}
        id={MANY}
        method="post"
        action="/going-out"
        onReset={() => setCount(0)}
        className="sticky bottom-16 z-10 hidden flex-wrap items-center gap-2 rounded-lg border border-edge bg-sheet p-3 group-has-[input[name=act]:checked]/queue:flex sm:bottom-4"
      >
        <Bar count={count} busy={fetcher.state !== 'idle'} />
      </fetcher.Form>
    </div>
  )
}

function Bar({ count, busy }: { count: number; busy: boolean }) {
  const [stop, later] = [useId(), useId()]
  const paused = useAgent().status.state === 'paused'
  return (
    <>
      <NoEnter />
      <p className="mr-1 text-[0.9375rem] font-medium max-sm:w-full" aria-live="polite">
        {count > 0 ? `${count} selected` : 'Selected'}
      </p>
      {!paused && (
        <Button type="submit" size="small" name="many" value="send-now" data-key="n" disabled={busy}>
          Send these now
        </Button>
      )}
      <Button size="small" {...opens(later)} data-key="l" disabled={busy}>
        Hold these longer
      </Button>
      <Button size="small" {...opens(stop)} data-key="s" disabled={busy}>
        Stop these
      </Button>
      <Button type="reset" size="small" kind="quiet">
        Select none
      </Button>
      <Menu id={later} label="Hold these longer" className={PLACE}>
        <p className="px-2 text-sm text-soft">Hold each until:</p>
        <LongerFields longer={null} busy={busy} name="many" valueOf={(choice) => `longer:${choice}`} />
      </Menu>
      <Menu id={stop} label="Stop these" className={PLACE}>
        <div className="flex flex-col gap-3">
          <StopFields />
          <Button type="submit" kind="main" name="many" value="stop" disabled={busy}>
            Stop {count > 1 ? `these ${count}` : 'what is selected'}
          </Button>
        </div>
      </Menu>
    </>
  )
}

function ticked(within: Element): number {
  return within.querySelectorAll('input[name=act]:checked').length
}

type Ruled = NonNullable<ReturnType<typeof useFetcher<typeof rule>>['data']>['ruled']

/** What came of each, or why nothing did. */
function Answer({ message, ruled }: { message: string | null; ruled: NonNullable<Ruled> }) {
  const refused = ruled.filter((each) => each.refused !== null).length
  return (
    <div role="status" className="empty:hidden">
      {message !== null && <p className="text-late">{message}</p>}
      {ruled.length > 0 && (
        <>
          <p className="font-medium">
            {counted(ruled.length - refused, 'act')} done as you said
            {refused > 0 && `, ${refused} not`}.
          </p>
          <ul className="text-[0.9375rem]">
            {ruled.map(({ actId, projectId, summary, status, refused: why }) => (
              <li key={actId}>
                <a href={actPath({ id: actId, projectId })} className="underline-offset-4 hover:underline">
                  {summary}
                </a>
                : {why ?? standWords(status ?? '', null)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
