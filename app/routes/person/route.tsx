import { getFormProps, useForm } from '@conform-to/react'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { Box, DayBoxes } from '#app/components/day-boxes.tsx'
import { Page } from '#app/components/page.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { SelectField, TextField } from '#app/components/ui/field.tsx'
import { useNoActs, useNoDocuments, useNoEvents } from '#app/components/use-no-news.ts'
import { orRefuse } from '#app/refusals.server.ts'
import type { action } from '#app/routes/person/act.server.ts'
import { CountryField } from '#app/components/country-field.tsx'
import { tabPath } from '#app/routes/project/tabs.ts'
import { services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'

export { action } from '#app/routes/person/act.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.person.name} · Workbench` : 'Workbench' },
]

/** Somebody of a project's register, and who could stand in for them. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePm(request)
  const projectId = params['project'] ?? ''
  const { person, register } = await orRefuse(services.viewPerson(projectId, params['person'] ?? ''))
  const others = register
    .filter(({ id }) => id !== person.id)
    .map(({ id, name, role }) => ({ id, name, role }))
    .sort((a, b) => a.name.localeCompare(b.name))
  return { person, others }
}

const CLASSES = [
  ['team', 'Team'],
  ['stakeholder', 'Stakeholder'],
  ['sponsor', 'Sponsor, never copied in unasked'],
  ['external', 'External: every mail asks you first'],
] as const

const TONES = [
  ['plain', 'by the first name'],
  ['warm', '“Hello”, and the first name'],
  ['formal', '“Dear”, and the whole name'],
] as const

export default function PersonPage() {
  const { person, others } = useLoaderData<typeof loader>()
  useNoActs()
  useNoEvents()
  useNoDocuments()
  return (
    <Page
      title={person.name}
      under={
        <Link to={tabPath(person.projectId, 'people')} className="underline-offset-4 hover:underline">
          People of {person.projectId}
        </Link>
      }
    >
      <p className="mb-5 max-w-xl text-[0.9375rem] text-soft">
        {person.id}. What you say here stays as you say it, whatever is read in Jira or mail later.
      </p>
      <PersonForm key={`${person.id} ${person.version}`} person={person} others={others} />
    </Page>
  )
}

function PersonForm({ person, others }: ReturnType<typeof useLoaderData<typeof loader>>) {
  const lastResult = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  const [form, fields] = useForm<Record<string, string>>({ lastResult: lastResult ?? null, id: 'person' })
  const errors = (name: string) => fields[name]?.errors
  const typed = (name: string, known: string) => fields[name]?.initialValue ?? known
  return (
    <Form method="post" replace {...getFormProps(form)} className="flex max-w-xl flex-col gap-5">
      <input type="hidden" name="version" value={person.version} />
      <TextField label="Name" name="name" defaultValue={typed('name', person.name)} errors={errors('name')} />
      <TextField label="Role" name="role" defaultValue={typed('role', person.role)} errors={errors('role')} />
      <SelectField label="Stands as" name="class" defaultValue={typed('class', person.class)}>
        {CLASSES.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </SelectField>
      <CountryField
        label="Country, whose public holidays are days off"
        country={typed('country', person.country ?? '')}
      />
      <DayBoxes
        legend="Works on (none ticked: as you do)"
        name="workingDays"
        chosen={person.workingDays}
        errors={errors('workingDays')}
      />
      <SelectField label="A mail begins" name="tone" defaultValue={typed('tone', person.tone)}>
        {TONES.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </SelectField>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          label="On leave from"
          type="date"
          name="leaveFrom"
          defaultValue={typed('leaveFrom', person.leave?.from ?? '')}
          errors={errors('leaveFrom')}
        />
        <TextField
          label="to, the last day"
          type="date"
          name="leaveTo"
          defaultValue={typed('leaveTo', person.leave?.to ?? '')}
          errors={errors('leaveTo')}
        />
      </div>
      <SelectField
        label="While they are away, asked instead"
        name="deputy"
        defaultValue={typed('deputy', person.deputy ?? '')}
      >
        <option value="">Nobody</option>
        {others.map(({ id, name, role }) => (
          <option key={id} value={id}>
            {role ? `${name}, ${role}` : name}
          </option>
        ))}
      </SelectField>
      <div>
        <Box name="confirmed" checked={person.confirmed}>
          Confirmed: mail inside the company may go after its hold
        </Box>
        <Box name="neverContact" checked={person.neverContact}>
          Never contact: binds your own mails too
        </Box>
      </div>
      {form.errors && (
        <p role="alert" className="text-[0.9375rem] text-late">
          {form.errors.join(' ')} Nothing was changed.
        </p>
      )}
      <Button type="submit" kind="main" className="self-start" disabled={busy}>
        Keep this
      </Button>
    </Form>
  )
}
