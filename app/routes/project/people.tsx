import { Link } from '@remix-run/react'
import { Records } from '#app/components/ui/records.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import type { Shown } from '#app/routes/project/load.server.ts'
import { dayName } from '#src/domain/day-words.ts'
import { countryName } from '#src/domain/reader-days.ts'

/** The register: whom mail may go to, and nobody else. Never ranked. */
export function People({ shown: { people } }: { shown: Shown<'people'> }) {
  return (
    <Section title={`People (${people.length})`}>
      <p className="mb-2 text-sm text-soft">
        Mail goes to people of this register and to nobody else. Mail to somebody who is not confirmed asks
        you first. A name opens what you can say of them.
      </p>
      {people.length === 0 && <Nothing>Nobody is in the register yet.</Nothing>}
      {people.length > 0 && (
        <Records
          label="People"
          columns={['Name', 'Role', 'Stands as', 'Address', 'There', 'Mail']}
          rows={people.map((person) => ({
            id: person.id,
            cells: [
              <Name key="name" person={person} />,
              person.role || 'not known',
              person.class,
              <Address key="address">{person.id}</Address>,
              thereWords(person, people),
              mailWords(person),
            ],
          }))}
        />
      )}
    </Section>
  )
}

type Person = Shown<'people'>['people'][number]

/** Leads to what the PM can say of them. */
function Name({ person: { id, projectId, name } }: { person: Person }) {
  return (
    <Link
      to={`/projects/${encodeURIComponent(projectId)}/people/${encodeURIComponent(id)}`}
      className="inline-flex min-h-11 items-center text-deep underline-offset-4 hover:underline sm:min-h-0"
    >
      {name}
    </Link>
  )
}

/** Where they are, and whether they are there: leave and automatic replies, with who answers meanwhile. */
function thereWords({ country, leave, absence, deputy }: Person, people: Person[]): string {
  const named = deputy ?? absence?.deputy ?? null
  const instead = people.find(({ id }) => id === named)?.name
  const away = leave
    ? `on leave ${dayName(leave.from)} to ${dayName(leave.to)}`
    : absence &&
      `away since ${dayName(absence.from)}${absence.until === null ? '' : ` until ${dayName(absence.until)}`}, by automatic reply`
  const where = country === null ? 'country not known' : countryName(country)
  return [where, away, away && instead && `${instead} is asked instead`].filter(Boolean).join('; ')
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
