import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Menu, opens } from '#app/components/ui/menu.tsx'
import { useMoment } from '#app/components/moment.tsx'
import type { Loaded } from '#app/routes/decision/load.server.ts'
import { TextField } from '#app/components/ui/field.tsx'
import { dayAndClock, localDay } from '#app/times.ts'
import { awaitedWords, type LaterChoice } from '#src/domain/later.ts'

/** The menu's id, for the key that opens it. */
export const LATER_MENU = 'later'

const WORDS: Record<LaterChoice, string> = {
  hour: 'In 1 hour',
  afternoon: 'This afternoon',
  tomorrow: 'Tomorrow',
  monday: 'Monday',
}

const ROW =
  'flex min-h-11 w-full items-center justify-between rounded-md px-2 text-left text-[0.9375rem] hover:bg-wash'

/** Puts the decision off: it comes back at the time that is chosen or when something happens; nothing is sent until then. */
export function Later({ later, awaitable }: Pick<Loaded, 'later' | 'awaitable'>) {
  const { now, zone } = useMoment()
  return (
    <>
      <Button {...opens(LATER_MENU)}>Later</Button>
      <Menu
        id={LATER_MENU}
        label="Later"
        className="bottom-20 left-4 max-h-[75dvh] w-80 overflow-y-auto min-[1248px]:left-[calc(50vw-36rem)]"
      >
        <p className="text-sm text-soft">Ask again:</p>
        <Form method="post" replace preventScrollReset className="mt-2">
          <input type="hidden" name="intent" value="later" />
          {later.map(({ choice, at }) => (
            <button key={choice} type="submit" name="until" value={choice} className={ROW}>
              <span>{WORDS[choice]}</span>
              <span className="text-sm text-soft">{dayAndClock(at, now, zone)}</span>
            </button>
          ))}
        </Form>
        {awaitable.map((when) => (
          <Form key={when.name} method="post" replace preventScrollReset>
            <input type="hidden" name="intent" value="later-when" />
            <input type="hidden" name="kind" value={when.kind} />
            <input type="hidden" name="name" value={when.name} />
            <button type="submit" className={ROW}>
              {capital(awaitedWords(when))}
            </button>
          </Form>
        ))}
        <OnADay today={localDay(now, zone)} />
      </Menu>
    </>
  )
}

function OnADay({ today }: { today: string }) {
  return (
    <Form method="post" replace preventScrollReset className="mt-2 flex items-end gap-2 px-2">
      <input type="hidden" name="intent" value="later-on" />
      <TextField type="date" label="On a day, 08:30" name="day" required min={today} className="flex-1" />
      <Button type="submit">Ask then</Button>
    </Form>
  )
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
