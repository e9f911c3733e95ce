import type { MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { Page } from '#app/components/page.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { TextField } from '#app/components/ui/field.tsx'
import { AskForm } from '#app/routes/ask/ask-form.tsx'
import { ASKS } from '#app/routes/ask/asks.ts'
import type { loader } from '#app/routes/ask/load.server.ts'

export { action } from '#app/routes/ask/act.server.ts'
export { loader } from '#app/routes/ask/load.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? ASKS[loaded.what].name : 'Ask'} · Workbench` },
]

export default function Ask() {
  const loaded = useLoaderData<typeof loader>()
  const { what, given, ticket, project, projects } = loaded
  const { name, needs } = ASKS[what]
  const isKnown = needs === 'key' ? ticket !== null : project !== null
  return (
    <Page title={name} under="In your own words; it goes at once, and can be taken back for ten seconds.">
      <div className="max-w-xl">
        {isKnown ? (
          <AskForm key={`${what} ${given['key'] ?? ''}`} />
        ) : (
          <Form method="get" className="flex flex-col gap-4">
            {needs === 'key' ? (
              <TextField
                label="Ticket"
                name="key"
                defaultValue={given['key'] ?? ''}
                placeholder="HRB-118"
                required
                autoFocus
              />
            ) : (
              <label className="text-sm text-soft">
                Project
                <select
                  name="project"
                  className="mt-1 block min-h-11 w-full rounded-md border border-edge bg-paper px-3 text-[0.9375rem] text-ink"
                >
                  {projects.map(({ id, name: called }) => (
                    <option key={id} value={id}>
                      {id} {called}
                    </option>
                  ))}
                </select>
              </label>
            )}
            {given['key'] && (
              <p role="alert" className="text-[0.9375rem] text-late">
                {given['key']} is not a ticket that was read. Check its key.
              </p>
            )}
            <Button type="submit" kind="main" className="self-start">
              Go on
            </Button>
          </Form>
        )}
      </div>
    </Page>
  )
}
