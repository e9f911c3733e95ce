import { Button } from '#app/components/ui/button.tsx'
import { TextField } from '#app/components/ui/field.tsx'
import { useMoment } from '#app/components/moment.tsx'
import { dayAndClock, localMinute } from '#app/times.ts'
import type { LongerChoice } from '#src/domain/hold-longer.ts'

const WORDS: Record<LongerChoice, string> = {
  half_hour: '30 min longer',
  hour: '1 hour longer',
  tomorrow: 'Tomorrow',
  monday: 'Monday',
}
const EVERY: LongerChoice[] = ['half_hour', 'hour', 'tomorrow', 'monday']

const ROW =
  'flex min-h-11 w-full items-center justify-between rounded-md px-2 text-left text-[0.9375rem] hover:bg-wash'

/** Until when one act can be held; null: several, each by its own time. */
type Props = {
  longer: { times: { choice: LongerChoice; at: string }[]; latest: string } | null
  busy: boolean
  /** What the buttons say they do, where that is not the form's own field. */
  name: string
  valueOf: (choice: LongerChoice | 'own') => string
}

/** Later times to choose from, and one of the PM's own. Stands inside the form that it is sent with. */
export function LongerFields({ longer, busy, name, valueOf }: Props) {
  const { now, zone } = useMoment()
  const choices = longer ? longer.times : EVERY.map((choice) => ({ choice, at: null }))
  const latest = longer ? localMinute(longer.latest, zone) : undefined
  return (
    <>
      {choices.map(({ choice, at }) => (
        <button
          key={choice}
          type="submit"
          name={name}
          value={valueOf(choice)}
          disabled={busy}
          className={ROW}
        >
          <span>{WORDS[choice]}</span>
          {at !== null && <span className="text-sm text-soft">{dayAndClock(at, now, zone)}</span>}
        </button>
      ))}
      <div className="mt-2 flex items-end gap-2 px-2">
        <TextField
          type="datetime-local"
          label="At a time of your own"
          name="at"
          min={localMinute(now, zone)}
          max={latest}
          className="min-w-0 flex-1"
        />
        <Button type="submit" name={name} value={valueOf('own')} disabled={busy}>
          Hold
        </Button>
      </div>
      {longer && (
        <p className="mt-2 px-2 text-sm text-soft">
          At the latest {dayAndClock(longer.latest, now, zone)}: what it rests on is too old after that.
        </p>
      )}
    </>
  )
}
