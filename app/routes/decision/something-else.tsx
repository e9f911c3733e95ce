import { useMoment } from '#app/components/moment.tsx'
import { localDay } from '#app/times.ts'
import { TextArea, TextField } from '#app/components/ui/field.tsx'
import { cn } from '#app/components/ui/cn.ts'

type Props = { isOpen: boolean; instead: string | null }

/** The last option, always there: the PM's own way, which the decision log keeps. */
export function SomethingElse({ isOpen, instead }: Props) {
  const { now, zone } = useMoment()
  if (!isOpen && instead === null) return null
  const isChosen = instead !== null
  return (
    <div
      className={cn(
        'option-card relative rounded-lg border border-dashed border-edge/50 p-4',
        isOpen && 'hover:border-deep',
        isChosen && 'border-deep bg-sheet',
      )}
    >
      <div className="flex items-start gap-3">
        {isOpen && (
          <input
            type="radio"
            id="option-E"
            name="option"
            value="E"
            required
            className="mt-1 size-4.5 shrink-0 accent-deep outline-none"
          />
        )}
        <label htmlFor="option-E" className="flex-1 leading-snug font-semibold after:absolute after:inset-0">
          I will do something else
        </label>
        {isChosen && <span className="text-sm font-semibold text-deep">Chosen</span>}
      </div>
      {isChosen ? (
        <p className="mt-2 text-[0.9375rem] whitespace-pre-line wrap-anywhere">{instead}</p>
      ) : (
        <div className="opened relative mt-3 ml-7.5">
          <TextArea
            label="What you will do. Nothing is sent; the decision log keeps it."
            name="instead"
            maxLength={500}
            rows={3}
          />
          <TextField
            type="date"
            label="Remind me on, if you like"
            name="remindOn"
            min={localDay(now, zone)}
            className="mt-3 max-w-56"
          />
        </div>
      )}
    </div>
  )
}
