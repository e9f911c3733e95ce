import { useMoment, When } from '#app/components/moment.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import { clockTime, lengthWords, localDay } from '#app/times.ts'
import { SOURCE_WORDS, type PastSpell } from '#src/domain/cycle.ts'

/** When a source could not be read, for how long and why. What happened meanwhile was read afterwards. */
export function BlindSpells({ spells }: { spells: PastSpell[] }) {
  return (
    <Section title="Not seen, last 30 days">
      {spells.length === 0 && <Nothing>Every check read everything.</Nothing>}
      <ol className="divide-y divide-line text-[0.9375rem]">
        {spells.map((spell) => (
          <BlindSpell key={`${spell.source} ${spell.since}`} spell={spell} />
        ))}
      </ol>
    </Section>
  )
}

function BlindSpell({ spell: { source, since, until, reason } }: { spell: PastSpell }) {
  const { now, zone } = useMoment()
  return (
    <li className="py-2">
      <p className={until === null ? 'text-care' : ''}>
        {SOURCE_WORDS[source]}, <When at={since} />
        {until === null ? ', and still not seen' : ` to `}
        {until !== null &&
          (localDay(until, zone) === localDay(since, zone) ? clockTime(until, zone) : <When at={until} />)}
        {`, ${lengthWords(since, until ?? now)}`}
      </p>
      <p className="text-sm text-soft">
        {reason}
        {until !== null && ' What happened meanwhile was read afterwards.'}
      </p>
    </li>
  )
}
