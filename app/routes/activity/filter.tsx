import { Link } from '@remix-run/react'
import { cn } from '#app/components/ui/cn.ts'
import { eventGroup, type EventGroup } from '#src/domain/event.ts'

type Props = { filter: { group: EventGroup | null; project: string | null }; projects: string[] }

const GROUP_WORDS: Record<EventGroup, string> = {
  decisions: 'Decisions',
  acts: 'Acts',
  documents: 'Documents',
  changes: 'Changes',
  checks: 'Checks',
}

/** Narrows the list to a kind, and to a project where there is more than one; what is chosen stands in the address. */
export function Filter({ filter: { group, project }, projects }: Props) {
  return (
    <nav aria-label="Narrow the list" className="mb-6 flex flex-wrap gap-x-6 gap-y-1">
      <ul className="-mx-2 flex flex-wrap">
        <Choice to={address(null, project)} isNow={group === null} words="All" />
        {eventGroup.options.map((each) => (
          <Choice key={each} to={address(each, project)} isNow={each === group} words={GROUP_WORDS[each]} />
        ))}
      </ul>
      {projects.length > 1 && (
        <ul className="-mx-2 flex flex-wrap">
          <Choice to={address(group, null)} isNow={project === null} words="All projects" />
          {projects.map((id) => (
            <Choice key={id} to={address(group, id)} isNow={id === project} words={id} />
          ))}
        </ul>
      )}
    </nav>
  )
}

function Choice({ to, isNow, words }: { to: string; isNow: boolean; words: string }) {
  return (
    <li>
      <Link
        to={to}
        preventScrollReset
        aria-current={isNow ? 'true' : undefined}
        className={cn(
          'flex min-h-11 items-center rounded-md px-2 text-[0.9375rem] text-soft hover:text-ink',
          isNow && 'font-semibold text-ink underline decoration-deep decoration-2 underline-offset-8',
        )}
      >
        {words}
      </Link>
    </li>
  )
}

function address(group: EventGroup | null, project: string | null): string {
  const query = new URLSearchParams({ ...(group ? { show: group } : {}), ...(project ? { project } : {}) })
  return query.size === 0 ? '/activity' : `/activity?${query.toString()}`
}
