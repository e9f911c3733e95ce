import { EvidenceList } from '#app/components/evidence-list.tsx'
import { When } from '#app/components/moment.tsx'
import { More } from '#app/components/ui/closed.tsx'
import { Records } from '#app/components/ui/records.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import type { RaidEntry } from '#app/routes/project/entries.server.ts'
import type { Shown } from '#app/routes/project/load.server.ts'

/** Risks, assumptions, issues and dependencies, each with what it rests on. */
export function Raid({ shown: { open, closed } }: { shown: Shown<'raid'> }) {
  return (
    <>
      <Section title={`Open (${open.length})`}>
        {open.length === 0 ? <Nothing>No open entries.</Nothing> : <Entries label="Open" entries={open} />}
      </Section>
      {closed.length > 0 && (
        <Section title={`Closed (${closed.length})`}>
          <Entries label="Closed" entries={closed} />
        </Section>
      )}
    </>
  )
}

function Entries({ label, entries }: { label: string; entries: RaidEntry[] }) {
  return (
    <Records
      label={label}
      columns={['Entry', 'Kind', 'Severity', 'Status', 'Owner', 'Due']}
      rows={entries.map(({ item, evidence }) => ({
        id: item.id,
        cells: [
          <Title key="title" entry={{ item, evidence }} />,
          item.kind,
          item.severity,
          item.status,
          item.owner ?? 'nobody on it',
          item.dueAt === null ? 'no date' : <When key="due" at={item.dueAt} as="clock" />,
        ],
      }))}
    />
  )
}

function Title({ entry: { item, evidence } }: { entry: RaidEntry }) {
  const { title, mitigation, resolution, raisedAt, lastReviewedAt } = item
  return (
    <div className="sm:min-w-64">
      <p>{title}</p>
      <div className="text-sm font-normal text-soft">
        {mitigation !== null && <p>Mitigation: {mitigation}</p>}
        {resolution !== null && <p>Resolution: {resolution}</p>}
        <p>
          Raised <When at={raisedAt} as="clock" />, last looked at <When at={lastReviewedAt} as="clock" />
        </p>
        {evidence.length > 0 && (
          <More summary={`Evidence (${evidence.length})`}>
            <EvidenceList evidence={evidence} />
          </More>
        )}
      </div>
    </div>
  )
}
