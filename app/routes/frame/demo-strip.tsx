import { Form, useLocation } from '@remix-run/react'
import { useMoment } from '#app/components/moment.tsx'
import { clockTime, dayWords } from '#app/times.ts'

/** Says that this is a demo, what time it is in it, and sets its pace. */
export function DemoStrip({ name, stopped }: { name: string; stopped: boolean }) {
  const { now, zone } = useMoment()
  const { pathname } = useLocation()
  const actions = stopped
    ? [{ action: 'go', words: 'Go on' }]
    : [
        { action: 'faster', words: 'Faster' },
        { action: 'stop', words: 'Stop the clock' },
      ]
  return (
    <div className="bg-ink text-paper">
      <Form
        method="post"
        action="/demo"
        replace
        preventScrollReset
        className="mx-auto flex max-w-[1200px] items-center justify-between gap-x-4 px-4 text-[0.8125rem] leading-tight sm:px-6"
      >
        <p className="py-1.5">
          Demo: {name}.{' '}
          <span className="whitespace-nowrap">
            {dayWords(now, now, zone)}, {clockTime(now, zone)}.
          </span>
        </p>
        <input type="hidden" name="to" value={pathname} />
        <div className="flex shrink-0 gap-4">
          {actions.map(({ action, words }) => (
            <button
              key={action}
              type="submit"
              name="action"
              value={action}
              className="min-h-11 underline underline-offset-4 focus-visible:outline-paper sm:min-h-8"
            >
              {words}
            </button>
          ))}
        </div>
      </Form>
    </div>
  )
}
