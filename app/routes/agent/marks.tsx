import { getFormProps, useForm } from '@conform-to/react'
import { useFetcher } from '@remix-run/react'
import { useId } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { Closed } from '#app/components/ui/closed.tsx'
import type { keepMarks } from '#app/routes/agent/preferences.server.ts'

type Marks = { mail: string | null; comment: string | null }
type Props = { marks: { now: Marks; usual: { mail: string; comment: string } } }

/** What stands under a mail and a comment, and the form that words it anew. */
export function Marks({ marks: { now, usual } }: Props) {
  // What is wrong with the form must outlive a push that reads the page again.
  const fetcher = useFetcher<typeof keepMarks>()
  const [form, fields] = useForm<{ mail: string; comment: string; mailMark: string; commentMark: string }>({
    lastResult: fetcher.data ?? null,
    id: 'marks',
  })
  const isWrong = fetcher.data?.status === 'error'
  return (
    <Closed key={JSON.stringify(now)} summary={`Under what is sent: ${summaryOf(now)}`} open={isWrong}>
      <p className="mb-4 text-sm text-soft">
        One line says who prepared it. Everything bears it from the next one on, also what waits now; what is
        sent is known as ours by a mark that nobody sees, however this one reads.
      </p>
      <fetcher.Form method="post" action="/agent" {...getFormProps(form)} className="flex flex-col gap-4">
        <input type="hidden" name="intent" value="marks" />
        <MarkField
          label="Under a mail"
          name="mail"
          now={now.mail}
          usual={usual.mail}
          errors={fields.mail.errors}
          typed={fields.mail.initialValue}
        />
        <MarkField
          label="Under a comment and a new ticket"
          name="comment"
          now={now.comment}
          usual={usual.comment}
          errors={fields.comment.errors}
          typed={fields.comment.initialValue}
        />
        <Button type="submit" disabled={fetcher.state !== 'idle'} className="self-start">
          Word it so
        </Button>
      </fetcher.Form>
    </Closed>
  )
}

type FieldProps = {
  label: string
  name: 'mail' | 'comment'
  now: string | null
  usual: string
  errors: string[] | undefined
  typed: string | undefined
}

function MarkField({ label, name, now, usual, errors, typed }: FieldProps) {
  const id = useId()
  const wrong = errors !== undefined && errors.length > 0
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      <div className="flex flex-wrap gap-x-5">
        {(['on', 'off'] as const).map((state) => (
          <label key={state} className="flex min-h-11 items-center gap-2 text-[0.9375rem]">
            <input
              type="radio"
              name={`${name}Mark`}
              value={state}
              defaultChecked={(now !== null) === (state === 'on')}
              className="size-5 accent-deep"
            />
            {state === 'on' ? 'This line' : 'No line'}
          </label>
        ))}
      </div>
      <input
        id={id}
        type="text"
        name={name}
        maxLength={120}
        aria-label={`The line ${label.toLowerCase()}`}
        defaultValue={typed ?? now ?? usual}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        className="min-h-11 w-full rounded-md border border-edge bg-paper px-3 py-2 text-[0.9375rem] aria-invalid:border-late"
      />
      {wrong && (
        <p id={`${id}-wrong`} role="alert" className="mt-1 text-sm text-late">
          {errors.join(' ')}
        </p>
      )}
    </fieldset>
  )
}

function summaryOf({ mail, comment }: Marks): string {
  if (mail === null && comment === null) return 'nothing'
  if (mail === null) return 'a line under comments'
  return comment === null ? 'a line under mails' : 'a line that says who prepared it'
}
