import { useAgent } from '#app/components/agent-context.ts'
import { When } from '#app/components/moment.tsx'
import { counted } from '#app/times.ts'
import { SOURCE_WORDS, sourceName, type SourceReading } from '#src/domain/cycle.ts'

/** Every source: when it was read last and what that brought. One that nobody connected is not blind. */
export function SourceRows() {
  const { readings } = useAgent()
  return (
    <dl className="text-[0.9375rem]">
      {sourceName.options.map((source) => {
        const reading = readings.find((each) => each.source === source)
        return (
          <div key={source} className="grid grid-cols-[6rem_1fr] gap-x-3 py-1.5">
            <dt>{SOURCE_WORDS[source]}</dt>
            {reading === undefined ? (
              <dd className="text-soft">Not connected</dd>
            ) : (
              <dd className={reading.ok ? 'text-soft' : 'text-care'}>
                {reading.ok ? '' : 'cannot be read, tried '}
                <When at={reading.readAt} as="clock" />
                {reading.ok
                  ? `, ${counted(reading.changed, source === 'outlook' ? 'mail' : 'change')} read${excludedWords(reading.excluded)}${countedWords(reading)}`
                  : `. ${reading.reason ?? ''}`}
              </dd>
            )}
          </div>
        )
      })}
    </dl>
  )
}

/** Read against the source's own count; a difference is said, since something may be missing. */
function countedWords({ source, counted: told }: SourceReading): string {
  if (!told || told.of === 0) return ''
  return `, ${told.read} of ${counted(told.of, source === 'outlook' ? 'mail' : 'ticket')} seen`
}

function excludedWords(excluded = 0): string {
  return excluded > 0 ? `, ${excluded} left unread as you asked` : ''
}
