import type { ReactNode } from 'react'
import { TextArea, TextField } from '#app/components/ui/field.tsx'
import { ASKS, type FieldName } from '#app/routes/ask/asks.ts'
import type { Loaded } from '#app/routes/ask/load.server.ts'

type Props = { loaded: Loaded; given: Loaded['given'] }

/** The fields that an act has besides its ticket, each filled in with what is known. */
export function AskFields({ loaded, given }: Props) {
  return ASKS[loaded.what].fields.map((name) => (
    <Field key={name} name={name} loaded={loaded} given={given} />
  ))
}

function Field({ name, loaded, given }: Props & { name: FieldName }) {
  const { what, people, milestones } = loaded
  const value = given[name] ?? ''
  switch (name) {
    case 'key':
      return null
    case 'text':
      return (
        <>
          <TextArea
            label="Text"
            name="text"
            defaultValue={value}
            rows={6}
            maxLength={what === 'mail' ? 4000 : 2000}
            required
          />
          {what === 'comment' && <Mentionable loaded={loaded} />}
        </>
      )
    case 'subject':
      return <TextField label="Subject" name="subject" defaultValue={value} maxLength={200} required />
    case 'person': {
      const reachable = what === 'assign' ? people.filter(({ inJira }) => inJira) : people
      const named = reachable.find(({ id, name: called }) => id === value || isNamed(called, given['name']))
      return (
        <Choice label={what === 'assign' ? 'To' : 'Mail to'} name="person" chosen={named?.id ?? ''}>
          {!named && <option value="">Choose somebody</option>}
          {reachable.map(({ id, name: called, role, is }) => (
            <option key={id} value={id}>
              {called}
              {role && `, ${role}`}
              {is === 'external' && ', outside the company'}
            </option>
          ))}
        </Choice>
      )
    }
    case 'day':
      return (
        <TextField
          label={what === 'due' ? 'Due on; empty: no due date' : 'Due on'}
          type="date"
          name="day"
          defaultValue={value}
          required={what !== 'due'}
        />
      )
    case 'how':
      return (
        <Choice label="It" name="how" chosen={value || 'blocks'}>
          <option value="blocks">blocks</option>
          <option value="relates to">relates to</option>
        </Choice>
      )
    case 'other':
      return (
        <TextField
          label="The other ticket"
          name="other"
          defaultValue={value}
          placeholder="HRB-131"
          required
        />
      )
    case 'into':
      return (
        <Choice label="It goes" name="into" chosen={value || 'out of'}>
          <option value="out of">out of</option>
          <option value="into">into</option>
        </Choice>
      )
    case 'milestone':
      return (
        <Choice label="Milestone" name="milestone" chosen={value}>
          {milestones.map(({ name: called, dueOn }) => (
            <option key={called} value={called}>
              {called}, {dueOn}
            </option>
          ))}
        </Choice>
      )
  }
}

/** The words that were typed begin the words of the name. */
function isNamed(name: string, typed: string | undefined): boolean {
  const words = (typed ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const own = name.toLowerCase().split(/\s+/)
  return words.length > 0 && words.every((word) => own.some((each) => each.startsWith(word)))
}

/** Whoever is named so is mentioned, and told by Jira. */
function Mentionable({ loaded: { people } }: Pick<Props, 'loaded'>) {
  const known = people.filter(({ inJira }) => inJira)
  if (known.length === 0) return null
  const names = known.slice(0, 3).map(({ name }) => `@${name}`)
  return (
    <p className="-mt-2 text-sm text-soft">
      Somebody is mentioned by @ and their whole name: {names.join(', ')}.
    </p>
  )
}

type ChoiceProps = { label: string; name: string; chosen: string | undefined; children: ReactNode }

function Choice({ label, name, chosen, children }: ChoiceProps) {
  return (
    <label className="text-sm text-soft">
      {label}
      <select
        name={name}
        defaultValue={chosen}
        required
        className="mt-1 block min-h-11 w-full rounded-md border border-edge bg-paper px-3 text-[0.9375rem] text-ink"
      >
        {children}
      </select>
    </label>
  )
}
