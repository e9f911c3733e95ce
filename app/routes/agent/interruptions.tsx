import { getFormProps, useForm } from '@conform-to/react'
import { useFetcher } from '@remix-run/react'
import { useId } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { Closed } from '#app/components/ui/closed.tsx'
import type { keepInterruptions } from '#app/routes/agent/preferences.server.ts'

/** How many decisions a day may interrupt, and the form that changes it. */
export function Interruptions({ aDay }: { aDay: number }) {
  const id = useId()
  const fetcher = useFetcher<typeof keepInterruptions>()
  const [form, fields] = useForm<{ aDay: string }>({ lastResult: fetcher.data ?? null, id: 'interruptions' })
  const { errors, initialValue } = fields.aDay
  const wrong = errors !== undefined && errors.length > 0
  return (
    <Closed
      key={aDay}
      summary={`Interruptions a day: ${aDay} at most`}
      open={fetcher.data?.status === 'error'}
    >
      <p className="mb-4 text-sm text-soft">
        So many decisions a day are announced as they come, the dearest delay first. The rest wait quietly on
        Today and in the digest. What is critical, or cannot wait for the next working day, is always
        announced.
      </p>
      <fetcher.Form method="post" action="/agent" {...getFormProps(form)} className="flex flex-col gap-3">
        <input type="hidden" name="intent" value="interruptions" />
        <div>
          <label htmlFor={id} className="mb-1 block text-sm text-soft">
            At most, a day
          </label>
          <input
            id={id}
            type="number"
            name="aDay"
            min={1}
            max={50}
            required
            defaultValue={initialValue ?? aDay}
            aria-invalid={wrong}
            aria-describedby={wrong ? `${id}-wrong` : undefined}
            className="min-h-11 w-28 rounded-md border border-edge bg-paper px-3 py-2 text-[0.9375rem] aria-invalid:border-late"
          />
          {wrong && (
            <p id={`${id}-wrong`} role="alert" className="mt-1 text-sm text-late">
              {errors.join(' ')}
            </p>
          )}
        </div>
        <Button type="submit" disabled={fetcher.state !== 'idle'} className="self-start">
          Interrupt so often
        </Button>
      </fetcher.Form>
    </Closed>
  )
}
