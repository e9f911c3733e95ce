import { Link } from '@remix-run/react'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import type { Loaded } from '#app/routes/today/load.server.ts'
import { plainDate } from '#app/times.ts'
import { MILESTONE_WORDS } from '#app/document-words/fields.ts'

/** How things stand: RAG as the PM set it, the sprint, the next milestones. The documents are a tap away. */
export function Projects({ projects }: Pick<Loaded, 'projects'>) {
  return (
    <Section title="Projects">
      {projects.length === 0 && <Nothing>No project is connected.</Nothing>}
      <ul className="divide-y divide-line text-[0.9375rem]">
        {projects.map((project) => (
          <li key={project.id}>
            <Project project={project} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Project({
  project: { id, name, dial, rag, sprint, milestones },
}: {
  project: Loaded['projects'][number]
}) {
  return (
    <Link to={`/projects/${id}`} className="block py-2 hover:bg-wash">
      <span className="flex flex-wrap justify-between gap-x-3">
        <span>
          <span className="font-semibold">{id}</span> {name}
        </span>
        <span>{rag} ›</span>
      </span>
      {sprint && (
        <>
          <span className="mt-1 flex justify-between gap-3 text-sm text-soft">
            <span>{sprint.name}</span>
            <span>
              {sprint.done} of {sprint.total} points
            </span>
          </span>
          <meter
            min={0}
            max={Math.max(1, sprint.total)}
            value={sprint.done}
            aria-hidden
            className="h-1.5 w-full"
          />
        </>
      )}
      {milestones.map((milestone) => (
        <span key={milestone} className="block text-sm text-soft">
          {milestone}
        </span>
      ))}
      <span className="block text-sm text-soft">Dial: {dial}</span>
    </Link>
  )
}

/** The next days that matter. Absent when there are none. */
export function NextDates({ dates }: Pick<Loaded, 'dates'>) {
  if (dates.length === 0) return null
  return (
    <Section title="Next dates">
      <ul className="text-[0.9375rem]">
        {dates.map(({ projectId, day, what, status }) => (
          <li key={`${projectId} ${day} ${what}`} className="grid grid-cols-[6rem_1fr_auto] gap-x-3 py-1.5">
            <span>{plainDate(day)}</span>
            <span className="wrap-anywhere">{what}</span>
            <span className="text-sm text-soft">{status ? MILESTONE_WORDS[status] : ''}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
