import { getFormProps, useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { CountryField } from '#app/components/country-field.tsx'
import { DayBoxes } from '#app/components/day-boxes.tsx'
import { Page } from '#app/components/page.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { TextField } from '#app/components/ui/field.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { useNoActs, useNoDocuments, useNoEvents } from '#app/components/use-no-news.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { keepHours } from '#app/routes/settings/hours.server.ts'
import { services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'

export const meta: MetaFunction = () => [{ title: 'Settings · Workbench' }]

/** When the PM works. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requirePm(request)
  const { workingHours } = await orRefuse(services.pm())
  return { hours: workingHours }
}

export async function action({ request }: ActionFunctionArgs) {
  const { name } = await requirePm(request)
  return await keepHours(await request.formData(), name)
}

export default function Settings() {
  const { hours } = useLoaderData<typeof loader>()
  useNoActs()
  useNoEvents()
  useNoDocuments()
  return (
    <Page title="Settings">
      <div className="flex max-w-xl flex-col gap-8">
        <Section title="Working hours">
          <p className="mb-4 text-sm text-soft">
            Holds and deadlines count by these hours, and what the agent does alone leaves inside them. What
            is held already keeps its time.
          </p>
          <HoursForm key={JSON.stringify(hours)} hours={hours} />
        </Section>
        <Section title="Leave">
          <Link to="/away" className="flex min-h-11 items-center text-[0.9375rem] text-deep hover:underline">
            Going away, and who stands in ›
          </Link>
        </Section>
      </div>
    </Page>
  )
}

function HoursForm({ hours }: ReturnType<typeof useLoaderData<typeof loader>>) {
  const lastResult = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  const [form, fields] = useForm<Record<string, string>>({ lastResult: lastResult ?? null, id: 'hours' })
  const errors = (name: string) => fields[name]?.errors
  const typed = (name: string, known: string) => fields[name]?.initialValue ?? known
  return (
    <Form method="post" replace {...getFormProps(form)} className="flex flex-col gap-5">
      <div className="grid grid-cols-2 gap-5">
        <TextField
          label="From"
          type="time"
          name="from"
          defaultValue={typed('from', hours.from)}
          errors={errors('from')}
        />
        <TextField
          label="to"
          type="time"
          name="to"
          defaultValue={typed('to', hours.to)}
          errors={errors('to')}
        />
      </div>
      <DayBoxes legend="On" name="days" chosen={hours.days} errors={errors('days')} />
      <TextField
        label="Time zone"
        name="timeZone"
        defaultValue={typed('timeZone', hours.timeZone)}
        errors={errors('timeZone')}
      />
      <CountryField
        label="Country, whose public holidays are days off"
        country={typed('country', hours.country ?? '')}
        errors={errors('country')}
      />
      <Button type="submit" kind="main" className="self-start" disabled={busy}>
        Keep these hours
      </Button>
    </Form>
  )
}
