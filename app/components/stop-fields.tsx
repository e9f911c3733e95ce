import { TextField } from '#app/components/ui/field.tsx'
import { STOP_WORDS } from '#src/domain/stop-reason.ts'

/** Why something is stopped: one of a few reasons, and in one's own words; both may be left out. */
export function StopFields() {
  return (
    <>
      <fieldset>
        <legend className="text-sm text-soft">Why? May be left out.</legend>
        <div className="mt-1 flex flex-col">
          {Object.entries(STOP_WORDS).map(([reason, words]) => (
            <label key={reason} className="flex min-h-11 items-center gap-3 text-[0.9375rem]">
              <input type="radio" name="because" value={reason} className="size-5 accent-deep" />
              {words.charAt(0).toUpperCase() + words.slice(1)}
            </label>
          ))}
        </div>
      </fieldset>
      <TextField label="In your own words" name="reason" maxLength={200} />
    </>
  )
}
