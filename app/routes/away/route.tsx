import type { MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { AwayStrip } from '#app/components/away-strip.tsx'
import { Page } from '#app/components/page.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { SelectField, TextField } from '#app/components/ui/field.tsx'
import { useNoActs, useNoDocuments, useNoEvents } from '#app/components/use-no-news.ts'
import type { loader } from '#app/routes/away/load.server.ts'
import { Briefing } from '#app/routes/away/briefing.tsx'

export { action } from '#app/routes/away/act.server.ts'
export { loader } from '#app/routes/away/load.server.ts'

export const meta: MetaFunction = () => [{ title: 'Away · Workbench' }]

export default function AwayPage() {
  const { isAway, isChosen } = useLoaderData<typeof loader>()
  useNoActs()
  useNoEvents()
  useNoDocuments()
  return (
    <Page title="Away" under="Reading goes on. Nothing of the agent’s own leaves, and nothing expires.">
      <div className="flex max-w-xl flex-col gap-6">
        {isAway ? (
          <AwayStrip />
        ) : (
          <>
            <Choose />
            {isChosen && <Briefing />}
          </>
        )}
      </div>
    </Page>
  )
}

/** First until when, and who stands in: then what they would be told can be read. */
function Choose() {
  const { until, deputies, deputy } = useLoaderData<typeof loader>()
  return (
    <Form method="get" replace preventScrollReset className="flex flex-col gap-5">
      <TextField
        label="Last day of your leave; empty: until you say that you are back"
        type="date"
        name="until"
        defaultValue={until ?? ''}
      />
      <SelectField label="Who stands in, and is briefed by a mail" name="deputy" defaultValue={deputy}>
        <option value="">Nobody is briefed</option>
        {deputies.map(({ id, name, role }) => (
          <option key={id} value={id}>
            {role ? `${name}, ${role}` : name}
          </option>
        ))}
      </SelectField>
      <Button type="submit" className="self-start">
        Go on
      </Button>
    </Form>
  )
}
