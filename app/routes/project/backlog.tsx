import { Records } from '#app/components/ui/records.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import { HIGHLIGHT_WORDS } from '#app/document-words/fields.ts'
import type { Shown } from '#app/routes/project/load.server.ts'

/** What waits to be done, and what in it wants a hand. */
export function Backlog({ shown: { backlog } }: { shown: Shown<'backlog'> }) {
  if (!backlog)
    return <Nothing>Nothing has been read yet. The first picture comes with the first check.</Nothing>
  const { byStatus, byPriority, highlights, refinement, scopeNotes } = backlog
  return (
    <>
      <Section title={`To look at (${highlights.length})`}>
        {highlights.length === 0 && <Nothing>Nothing in the backlog wants a hand.</Nothing>}
        {highlights.length > 0 && (
          <Records
            label="To look at"
            columns={['Ticket', 'Because', 'Note', 'What would help']}
            rows={highlights.map(({ key, title, kind, note, action }) => ({
              id: `${key}-${kind}`,
              cells: [
                `${key} ${title}`,
                HIGHLIGHT_WORDS[kind],
                note === HIGHLIGHT_WORDS[kind] ? '' : note,
                action,
              ],
            }))}
          />
        )}
      </Section>
      {refinement.length > 0 && (
        <Section title={`To refine (${refinement.length})`}>
          <Records
            label="To refine"
            columns={['Ticket', 'Lacks']}
            rows={refinement.map(({ key, title, lacks }) => ({ id: key, cells: [`${key} ${title}`, lacks] }))}
          />
        </Section>
      )}
      {scopeNotes.length > 0 && (
        <Section title="Scope">
          <ul className="list-disc pl-5 text-[0.9375rem]">
            {scopeNotes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Section>
      )}
      <div className="grid gap-8 sm:grid-cols-2">
        <Counts title="By status" counts={byStatus} />
        <Counts title="By priority" counts={byPriority} />
      </div>
    </>
  )
}

function Counts({ title, counts }: { title: string; counts: { name: string; tickets: number }[] }) {
  return (
    <Section title={title}>
      <dl className="text-[0.9375rem]">
        {counts.map(({ name, tickets }) => (
          <div key={name} className="flex justify-between gap-4 py-1">
            <dt>{name}</dt>
            <dd>{tickets}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
