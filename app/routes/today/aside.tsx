import { Link } from '@remix-run/react'
import { SourceRows } from '#app/components/source-rows.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import type { Loaded } from '#app/routes/today/load.server.ts'
import { counted } from '#app/times.ts'

const SHOWN = 5

/** What stands still, by age in working days, the oldest first, and what it waits for. */
export function Blocked({ blocked }: Pick<Loaded, 'blocked'>) {
  const more = blocked.length - SHOWN
  return (
    <Section title={`Blocked (${blocked.length})`}>
      {blocked.length === 0 && <Nothing>Nothing is blocked.</Nothing>}
      <ul className="divide-y divide-line text-[0.9375rem]">
        {blocked.slice(0, SHOWN).map(({ key, projectId, title, owner, waitsFor, workingDays }) => (
          <li key={`${projectId} ${key}`}>
            <Link
              to={`/projects/${projectId}#${key}`}
              className="flex min-h-11 flex-col py-2 hover:underline"
            >
              <span>
                {key} {title}
              </span>
              <span className="text-sm text-soft">
                {counted(workingDays, 'day')} ·{' '}
                {waitsFor === '' ? (owner ?? 'nobody on it') : `waits for ${waitsFor.replace(/^by /, '')}`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {more > 0 && <Nothing>{more} more in the delivery states.</Nothing>}
    </Section>
  )
}

/** What was read last, per source, and what was set aside of it. */
export function Seen({ setAside }: Pick<Loaded, 'setAside'>) {
  return (
    <Section title="Seen">
      <SourceRows />
      {setAside > 0 && (
        <Link
          to="/activity?show=checks"
          className="flex min-h-11 items-center text-sm text-deep underline-offset-4 hover:underline"
        >
          {counted(setAside, 'mail')} set aside ›
        </Link>
      )}
    </Section>
  )
}
