import { getFormProps, useForm } from '@conform-to/react'
import { useFetcher } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Closed } from '#app/components/ui/closed.tsx'
import { ListField } from '#app/routes/agent/list-field.tsx'
import type { keepNeverRead } from '#app/routes/agent/never-read.server.ts'
import { counted } from '#app/times.ts'
import type { Privacy, Sensitivity } from '#src/domain/privacy.ts'

type Props = { privacy: Omit<Privacy, 'version'> }

const MARKS: Record<Sensitivity, string> = {
  personal: 'Personal',
  private: 'Private',
  confidential: 'Confidential',
}
const SENSITIVITIES: Sensitivity[] = ['personal', 'private', 'confidential']

/** Which mail is never to be read: a short line, and the form that changes it. */
export function NeverRead({ privacy }: Props) {
  // What is wrong with the form must outlive a push that reads the page again.
  const fetcher = useFetcher<typeof keepNeverRead>()
  const [form, fields] = useForm<{ folders: string; senders: string; sensitivities: string[] }>({
    lastResult: fetcher.data ?? null,
    id: 'never-read',
  })
  const isWrong = fetcher.data?.status === 'error'
  return (
    <Closed key={JSON.stringify(privacy)} summary={`Never read: ${summaryOf(privacy)}`} open={isWrong}>
      <p className="mb-4 text-sm text-soft">
        Such mail stays in Outlook: not kept, shown to no model, only counted. It counts from the next check
        on; what was read before stays.
      </p>
      <fetcher.Form method="post" action="/agent" {...getFormProps(form)} className="flex flex-col gap-4">
        <input type="hidden" name="intent" value="never-read" />
        <ListField
          label="Senders, one a line"
          hint="An address or a whole domain. What you send to them is left out too."
          name="senders"
          errors={fields.senders.errors}
          value={fields.senders.initialValue ?? privacy.senders.join('\n')}
        />
        <ListField
          label="Folders, one a line"
          hint="As Outlook names them, such as Sent Items."
          name="folders"
          errors={fields.folders.errors}
          value={fields.folders.initialValue ?? privacy.folders.join('\n')}
        />
        <fieldset>
          <legend className="mb-1 text-sm font-medium">Marked by its sender as</legend>
          <div className="flex flex-wrap gap-x-5">
            {SENSITIVITIES.map((mark) => (
              <label key={mark} className="flex min-h-11 items-center gap-2 text-[0.9375rem]">
                <input
                  type="checkbox"
                  name="sensitivities"
                  value={mark}
                  defaultChecked={privacy.sensitivities.includes(mark)}
                  className="size-5 accent-deep"
                />
                {MARKS[mark]}
              </label>
            ))}
          </div>
        </fieldset>
        <Button type="submit" disabled={fetcher.state !== 'idle'} className="self-start">
          Leave these unread
        </Button>
      </fetcher.Form>
    </Closed>
  )
}

function summaryOf({ senders, folders, sensitivities }: Props['privacy']): string {
  const parts = [
    ...(senders.length > 0 ? [counted(senders.length, 'sender')] : []),
    ...(folders.length > 0 ? [counted(folders.length, 'folder')] : []),
    ...sensitivities.map((mark) => `${mark} mail`),
  ]
  return parts.length > 0 ? parts.join(', ') : 'nothing'
}
