import { getFormProps, useForm } from '@conform-to/react'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { TextArea, TextField } from '#app/components/ui/field.tsx'
import type { action } from '#app/routes/away/act.server.ts'
import type { loader } from '#app/routes/away/load.server.ts'

/** What the deputy would be told, to be read and edited, and the button that does it. */
export function Briefing() {
  const { until, form: opened, brief } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  const [form, fields] = useForm<Record<string, string>>({ lastResult: answer ?? null, id: 'away' })
  const against = answer?.breaks ?? brief?.breaks ?? []
  return (
    <Form
      key={`${brief?.person ?? ''} ${until ?? ''}`}
      method="post"
      preventScrollReset
      {...getFormProps(form)}
      className="flex flex-col gap-5 border-t border-line pt-5"
    >
      <input type="hidden" name="form" value={opened} />
      <input type="hidden" name="until" value={until ?? ''} />
      {against.map((manner) => (
        <input key={manner} type="hidden" name="shown" value={manner} />
      ))}
      {brief && (
        <>
          <input type="hidden" name="person" value={brief.person} />
          <input type="hidden" name="name" value={brief.name} />
          <input type="hidden" name="project" value={brief.project} />
          <p className="text-[0.9375rem]">To {brief.name}</p>
          <TextField
            label="Subject"
            name="subject"
            defaultValue={fields['subject']?.initialValue ?? brief.subject}
            errors={fields['subject']?.errors}
          />
          <TextArea
            label="Text"
            name="text"
            rows={14}
            defaultValue={fields['text']?.initialValue ?? brief.text}
          />
          {brief.mayBeTold && (
            <label className="flex min-h-11 items-start gap-3 text-[0.9375rem]">
              <input type="checkbox" name="news" defaultChecked className="mt-1 size-5 accent-deep" />
              <span>
                On working mornings, tell {brief.name} which decisions have come since: by ticket and day, in
                your name. Nothing is sent where none has.
              </span>
            </label>
          )}
          {brief.observe && (
            <p className="text-sm text-soft">
              The dial of {brief.project} is at Observe: the mail is recorded, and nothing leaves.
            </p>
          )}
        </>
      )}
      {form.errors && (
        <p role="alert" className="text-[0.9375rem] text-late">
          {form.errors.join(' ')} You are not away yet.
        </p>
      )}
      {against.length > 0 && (
        <p role={answer?.breaks ? 'alert' : undefined} className="text-[0.9375rem] text-care">
          {against.join('; ')}. {answer?.breaks ? 'Press once more to do it all the same.' : ''}
        </p>
      )}
      <Button type="submit" kind="main" className="self-start" disabled={busy}>
        {brief ? `Send it to ${brief.name} and go away` : 'Go away'}
      </Button>
    </Form>
  )
}
