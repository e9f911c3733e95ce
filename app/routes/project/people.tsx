import { Records } from '#app/components/ui/records.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import type { Shown } from '#app/routes/project/load.server.ts'

/** The register: whom mail may go to, and nobody else. Never ranked. */
export function People({ shown: { people } }: { shown: Shown<'people'> }) {
  return (
    <Section title={`People (${people.length})`}>
      <p className="mb-2 text-sm text-soft">
        Mail goes to people of this register and to nobody else. Mail to somebody who is not confirmed asks
        you first.
      </p>
      {people.length === 0 && <Nothing>Nobody is in the register yet.</Nothing>}
      {people.length > 0 && (
        <Records
          label="People"
          columns={['Name', 'Role', 'Stands as', 'Address', 'Country', 'Mail']}
          rows={people.map((person) => ({
            id: person.id,
            cells: [
              person.name,
              person.role || 'not known',
              person.class,
              <Address key="address">{person.id}</Address>,
              person.country ?? 'not known',
              mailWords(person),
            ],
          }))}
        />
      )}
    </Section>
  )
}

/** May be broken before the @ and nowhere else. */
function Address({ children }: { children: string }) {
  const [local = '', domain = ''] = children.split('@')
  return (
    <>
      {local}
      <wbr />@{domain}
    </>
  )
}

function mailWords({ confirmed, neverContact }: { confirmed: boolean; neverContact: boolean }): string {
  if (neverContact) return 'never'
  return confirmed ? 'confirmed' : 'asks you first'
}
