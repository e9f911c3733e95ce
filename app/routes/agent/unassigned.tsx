import { useFetcher } from '@remix-run/react'
import { When } from '#app/components/moment.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Section } from '#app/components/ui/section.tsx'

/** A mail as far as it is kept: who wrote it, when, and its subject. */
type UnassignedMail = { id: string; from: string; title: string; at: string }

type Props = { mails: UnassignedMail[]; projects: string[] }

/** Mail that no project knows. Its headers are all that is kept; given to a project, its thread is read. */
export function Unassigned({ mails, projects }: Props) {
  if (mails.length === 0) return null
  return (
    <Section title="Mail of no project">
      <p className="text-sm text-soft">
        Only the headers are kept. Given to a project, the thread is read again.
      </p>
      <ul className="divide-y divide-line text-[0.9375rem]">
        {mails.map((mail) => (
          <Mail key={mail.id} mail={mail} projects={projects} />
        ))}
      </ul>
    </Section>
  )
}

function Mail({ mail: { id, from, title, at }, projects }: { mail: UnassignedMail; projects: string[] }) {
  const fetcher = useFetcher()
  const given = fetcher.formData?.get('projectId')
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <div className="min-w-0 flex-1 basis-56">
        <p data-private className="wrap-anywhere">
          {title}
        </p>
        <p className="text-sm text-soft">
          {from}, <When at={at} />
        </p>
      </div>
      <fetcher.Form method="post" action="/agent" className="flex gap-2">
        <input type="hidden" name="intent" value="assign" />
        <input type="hidden" name="signalId" value={id} />
        {projects.map((project) => (
          <Button
            key={project}
            type="submit"
            size="small"
            name="projectId"
            value={project}
            disabled={fetcher.state !== 'idle'}
            aria-label={`Give “${title}” to ${project}`}
          >
            {given === project ? 'Given to' : 'To'} {project}
          </Button>
        ))}
      </fetcher.Form>
    </li>
  )
}
