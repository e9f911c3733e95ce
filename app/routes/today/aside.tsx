import { Link } from '@remix-run/react'
import { useAgent } from '#app/components/agent-context.ts'
import { ProjectList } from '#app/components/project-list.tsx'
import { When } from '#app/components/moment.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import { sourceNames } from '#app/status-words.ts'
import { counted } from '#app/times.ts'

type Issue = { id: string; projectId: string; title: string; owner: string | null; workingDays: number }
type Project = { id: string; name: string; dial: string }

const SHOWN = 5

/** Open issues by age in working days, the oldest first. */
export function Blocked({ issues }: { issues: Issue[] }) {
  const more = issues.length - SHOWN
  return (
    <Section title={`Blocked (${issues.length})`}>
      {issues.length === 0 && <Nothing>Nothing is blocked.</Nothing>}
      <ul className="divide-y divide-line text-[0.9375rem]">
        {issues.slice(0, SHOWN).map(({ id, projectId, title, owner, workingDays }) => (
          <li key={`${projectId} ${id}`}>
            <Link to={`/projects/${projectId}#${id}`} className="flex min-h-11 flex-col py-2 hover:underline">
              <span>{title}</span>
              <span className="text-sm text-soft">
                {counted(workingDays, 'day')} · {owner ?? 'nobody on it'}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {more > 0 && <Nothing>{more} more in the RAID logs.</Nothing>}
    </Section>
  )
}

/** How things stand: the documents of each are a tap away. */
export function Projects({ projects }: { projects: Project[] }) {
  return (
    <Section title="Projects">
      <ProjectList projects={projects} />
    </Section>
  )
}

/** What was read last, per source. Outlook is not blind: nobody connected it. */
export function Seen() {
  const { readings } = useAgent()
  return (
    <Section title="Seen">
      <dl className="text-[0.9375rem]">
        {readings.map(({ source, ok, readAt, changed, reason }) => (
          <div key={source} className="grid grid-cols-[6rem_1fr] gap-x-3 py-1.5">
            <dt>{sourceNames([source])}</dt>
            <dd className={ok ? 'text-soft' : 'text-care'}>
              {ok ? '' : 'cannot be read, tried '}
              <When at={readAt} as="clock" />
              {ok ? `, ${counted(changed, 'change')}` : `. ${reason ?? ''}`}
            </dd>
          </div>
        ))}
        <div className="grid grid-cols-[6rem_1fr] gap-x-3 py-1.5">
          <dt>Outlook</dt>
          <dd className="text-soft">Not connected</dd>
        </div>
      </dl>
    </Section>
  )
}
