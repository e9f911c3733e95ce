import { ExternalLink } from 'lucide-react'
import { When } from '#app/components/moment.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import { refWords, sourceWord } from '#app/source-words.ts'
import type { Evidence } from '#src/domain/evidence.ts'
import type { Signal } from '#src/domain/signal.ts'

/** The exact text as it was recorded: text, and never markup. */
export function RawText({ signal }: { signal: Signal }) {
  const { id, ref, actor, occurredAt, recordedAt, text, url, kind } = signal
  const source = sourceWord(id)
  return (
    <Section title="What came in">
      <p className="text-sm text-soft">
        {source} · {refWords(ref)} · {actor?.name ?? 'nobody named'} · <When at={occurredAt} as="clock" />,
        read <When at={recordedAt} as="clock" />
      </p>
      {text.trim() === '' && <Nothing>Its words are not kept.</Nothing>}
      {text.trim() !== '' && (
        <div
          data-private
          className="mt-2 rounded-md bg-wash p-3 text-[0.9375rem] whitespace-pre-line wrap-anywhere"
        >
          {text}
        </div>
      )}
      <p className="mt-2 text-[0.8125rem] wrap-anywhere text-soft">
        {kind} · {id}
      </p>
      {url !== '' && (
        <a
          href={url}
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-11 items-center gap-1.5 text-[0.9375rem] font-medium text-deep hover:underline"
        >
          Open in {source} <ExternalLink aria-hidden className="size-4" />
        </a>
      )}
    </Section>
  )
}

/** The quotes that were picked from it, and why any of it was set aside. */
export function ReadFacts({ facts, setAside }: { facts: Evidence[]; setAside: string | null }) {
  return (
    <Section title="Facts taken from it">
      {setAside !== null && <p className="text-[0.9375rem] text-care">Set aside. {setAside}</p>}
      {facts.length === 0 && <Nothing>None: noise is not read any further.</Nothing>}
      <ul className="flex list-disc flex-col gap-1.5 pl-5 text-[0.9375rem]">
        {facts.map(({ text }) => (
          <li key={text} data-private className="wrap-anywhere whitespace-pre-line">
            “{text}”
          </li>
        ))}
      </ul>
    </Section>
  )
}
