import { Promises } from '#app/components/promises.tsx'
import type { ReactNode } from 'react'
import { When } from '#app/components/moment.tsx'
import { Records } from '#app/components/ui/records.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import { MILESTONE_WORDS } from '#app/document-words/fields.ts'
import { Rag } from '#app/routes/project/rag.tsx'
import type { Shown } from '#app/routes/project/load.server.ts'
import { counted, plainDate } from '#app/times.ts'
import type { DeliveryState } from '#src/domain/delivery-state.ts'

/** How delivery stands. */
export function Delivery({ shown: { delivery, projectId, version } }: { shown: Shown<'delivery'> }) {
  if (!delivery)
    return <Nothing>Nothing has been read yet. The first picture comes with the first check.</Nothing>
  const { rag, summary, milestones, blockers, nextActions, promises, metrics } = delivery
  return (
    <>
      <Section title="Overall">
        <Rag rag={rag} projectId={projectId} version={version} />
        {summary && <p className="mt-1 text-[0.9375rem]">{summary}.</p>}
      </Section>
      <Sprint sprint={delivery.sprint} />
      <Section title={`Milestones (${milestones.length})`}>
        {milestones.length === 0 && <Nothing>No milestone has a date.</Nothing>}
        {milestones.length > 0 && (
          <Records
            label="Milestones"
            columns={['Milestone', 'Due', 'Status', 'Notes']}
            rows={milestones.map(({ name, dueOn, status, notes }, index) => ({
              // A name is whatever somebody typed into Jira: nothing that a page is addressed by.
              id: `milestone-${index + 1}`,
              cells: [name, plainDate(dueOn), MILESTONE_WORDS[status], notes],
            }))}
          />
        )}
      </Section>
      <Section title={`Blocked (${blockers.length})`}>
        {blockers.length === 0 && <Nothing>Nothing is blocked.</Nothing>}
        {blockers.length > 0 && (
          <Records
            label="Blocked"
            columns={['Ticket', 'Owner', 'Waits for', 'Since']}
            rows={blockers.map(({ key, title, owner, waitsFor, raisedAt }) => ({
              id: key,
              cells: [
                `${key} ${title}`,
                owner ?? 'nobody on it',
                waitsFor === owner ? '' : waitsFor.replace(/^by /, ''),
                <When key="at" at={raisedAt} as="clock" />,
              ],
            }))}
          />
        )}
      </Section>
      {nextActions.length > 0 && (
        <Section title="Next actions">
          <ul className="list-disc pl-5 text-[0.9375rem]">
            {nextActions.map((action) => (
              <li key={action} className="py-0.5">
                {action}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {promises.length > 0 && (
        <Section title="You promised">
          <Promises promises={promises} />
        </Section>
      )}
      <Section title="Measures">
        <dl className="text-[0.9375rem]">
          <Measure name="Open tickets">{metrics.openTickets}</Measure>
          <Measure name="Open blockers">{metrics.openBlockers}</Measure>
          {metrics.velocity.map(({ sprint, points }) => (
            <Measure key={sprint} name={`Velocity, ${sprint}`}>
              {counted(points, 'point')}
            </Measure>
          ))}
        </dl>
      </Section>
    </>
  )
}

function Measure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex gap-4 py-1">
      <dt className="flex-1 text-soft sm:flex-none sm:basis-56">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Sprint({ sprint }: { sprint: DeliveryState['sprint'] }) {
  if (!sprint)
    return (
      <Section title="Sprint">
        <Nothing>No sprint is running.</Nothing>
      </Section>
    )
  const { name, goal, startsOn, endsOn, points } = sprint
  const { total, done, inProgress, blocked, added } = points
  return (
    <Section title={name}>
      <p className="text-[0.9375rem]">
        {plainDate(startsOn)} to {plainDate(endsOn)}
        {goal && <span className="text-soft"> · {goal}</span>}
      </p>
      <meter min={0} max={Math.max(1, total)} value={done} className="mt-2 w-full max-w-sm" aria-hidden>
        {done} of {total}
      </meter>
      <p className="text-[0.9375rem]">
        <strong className="font-semibold">
          {done} of {counted(total, 'point')} done
        </strong>
        , {inProgress} in progress, {blocked} blocked
        {added > 0 && `, ${added} added since it began`}
      </p>
    </Section>
  )
}
