import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Menu, opens } from '#app/components/ui/menu.tsx'
import { useMoment } from '#app/components/moment.tsx'
import type { Loaded } from '#app/routes/decision/load.server.ts'
import { dayAndClock } from '#app/times.ts'
import type { LaterChoice } from '#src/domain/later.ts'

/** The menu's id, for the key that opens it. */
export const LATER_MENU = 'later'

const WORDS: Record<LaterChoice, string> = {
  hour: 'In 1 hour',
  afternoon: 'This afternoon',
  tomorrow: 'Tomorrow',
  monday: 'Monday',
}

/** Puts the decision off: it comes back at the time that is chosen, and nothing is sent until then. */
export function Later({ later }: Pick<Loaded, 'later'>) {
  const { now, zone } = useMoment()
  return (
    <>
      <Button {...opens(LATER_MENU)}>Later</Button>
      <Menu
        id={LATER_MENU}
        label="Later"
        className="bottom-20 left-4 w-72 min-[1248px]:left-[calc(50vw-36rem)]"
      >
        <Form method="post" replace preventScrollReset>
          <input type="hidden" name="intent" value="later" />
          <p className="text-sm text-soft">Ask again:</p>
          <div className="mt-2 flex flex-col">
            {later.map(({ choice, at }) => (
              <button
                key={choice}
                type="submit"
                name="until"
                value={choice}
                className="flex min-h-11 items-center justify-between rounded-md px-2 text-left text-[0.9375rem] hover:bg-wash"
              >
                <span>{WORDS[choice]}</span>
                <span className="text-sm text-soft">{dayAndClock(at, now, zone)}</span>
              </button>
            ))}
          </div>
        </Form>
      </Menu>
    </>
  )
}

/** Brings a decision back that was put off, or dismissed. */
export function BringBack({ words }: { words: string }) {
  return (
    <Form method="post" replace preventScrollReset>
      <input type="hidden" name="intent" value="bring-back" />
      <Button type="submit">{words}</Button>
    </Form>
  )
}
