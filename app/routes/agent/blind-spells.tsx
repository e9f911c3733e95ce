import { useMoment, When } from '#app/components/moment.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import { clockTime, counted, lengthWords, localDay } from '#app/times.ts'
import { SOURCE_WORDS, type PastSpell, type Resync, type SourceName } from '#src/domain/cycle.ts'

/** When a source could not be read, for how long and why. What happened meanwhile was read afterwards. */
export function BlindSpells({ spells, resyncs }: { spells: PastSpell[]; resyncs: Resync[] }) {
  return (
    <Section title="Not seen, last 30 days">
      {spells.length === 0 && <Nothing>Every check read everything it was shown.</Nothing>}
      <ol className="divide-y divide-line text-[0.9375rem]">
        {spells.map((spell) => (
          <BlindSpell key={`${spell.source} ${spell.since}`} spell={spell} />
        ))}
        {resyncs.map((gap) => (
          <Filled key={`${gap.source} ${gap.until} ${gap.why}`} gap={gap} />
        ))}
      </ol>
      <p className="pt-2 text-sm text-soft">
        A source may show a change late. Each check looks back five minutes, each hour two hours, and the
        day’s first a whole day; what is found late that way stands here.
      </p>
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

/** A source that forgot where reading stood, or showed a change late, says nothing of it; what was read afterwards is told. */
function Filled({ gap: { source, since, until, read, why } }: { gap: Resync }) {
  const { zone } = useMoment()
  const from = <When at={since} as="clock" />
  const to = localDay(until, zone) === localDay(since, zone) ? clockTime(until, zone) : <When at={until} />
  return (
    <li className="py-2">
      {why === 'late' ? (
        <>
          Shown late by {SOURCE_WORDS[source]}: {much(source, read)}, the oldest of {from}, read at {to}.
        </>
      ) : (
        <>
          After a resync of {SOURCE_WORDS[source]}: {much(source, read)} from {from} to {to} read.
        </>
      )}
    </li>
  )
}

function afterwards(source: SourceName, read: number | undefined): string {
  if (read === undefined) return 'What happened meanwhile was read afterwards.'
  return `${much(source, read)} from then ${read === 1 ? 'was' : 'were'} read afterwards.`
}

const much = (source: SourceName, count: number) => counted(count, source === 'outlook' ? 'mail' : 'change')
