import { useMoment, When } from '#app/components/moment.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import { clockTime, counted, lengthWords, localDay } from '#app/times.ts'
import { SOURCE_WORDS, type PastSpell, type Resync, type SourceName } from '#src/domain/cycle.ts'

/** When a source could not be read, for how long and why. What happened meanwhile was read afterwards. */
export function BlindSpells({ spells, resyncs }: { spells: PastSpell[]; resyncs: Resync[] }) {
  return (
    <Section title="Not seen, last 30 days">
      {spells.length === 0 && <Nothing>Every check read everything.</Nothing>}
      <ol className="divide-y divide-line text-[0.9375rem]">
        {spells.map((spell) => (
          <BlindSpell key={`${spell.source} ${spell.since}`} spell={spell} />
        ))}
        {resyncs.map((gap) => (
          <Filled key={`${gap.source} ${gap.until}`} gap={gap} />
        ))}
      </ol>
    </Section>
  )
}

function BlindSpell({ spell: { source, since, until, reason, read } }: { spell: PastSpell }) {
  const { now, zone } = useMoment()
  return (
    <li className="py-2">
      <p className={until === null ? 'text-care' : ''}>
        {SOURCE_WORDS[source]}, <When at={since} as="clock" />
        {until === null ? ', and still not seen' : ` to `}
        {until !== null &&
          (localDay(until, zone) === localDay(since, zone) ? clockTime(until, zone) : <When at={until} />)}
        {`, ${lengthWords(since, until ?? now)}`}
      </p>
      <p className="text-sm text-soft">
        {reason}
        {until !== null && ` ${afterwards(source, read)}`}
      </p>
    </li>
  )
}

/** A source that forgot where reading stood says nothing of it; what was read anew is. */
function Filled({ gap: { source, since, until, read } }: { gap: Resync }) {
  const { zone } = useMoment()
  return (
    <li className="py-2">
      After a resync of {SOURCE_WORDS[source]}: {much(source, read)} from <When at={since} as="clock" /> to{' '}
      {localDay(until, zone) === localDay(since, zone) ? clockTime(until, zone) : <When at={until} />} read.
    </li>
  )
}

function afterwards(source: SourceName, read: number | undefined): string {
  if (read === undefined) return 'What happened meanwhile was read afterwards.'
  return `${much(source, read)} from then ${read === 1 ? 'was' : 'were'} read afterwards.`
}

const much = (source: SourceName, count: number) => counted(count, source === 'outlook' ? 'mail' : 'change')
