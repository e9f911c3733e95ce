import { receiptWords } from '#app/act-words.ts'
import { When } from '#app/components/moment.tsx'
import { Section } from '#app/components/ui/section.tsx'
import type { ScreenRow } from '#app/rows.ts'

const SHOWN = 5

/** What the agent did by itself, each with what proves it. Absent when it did nothing. */
export function DoneWithoutYou({ acts, since }: { acts: ScreenRow<'act'>[]; since: string }) {
  const done = acts
    .filter(({ status, outcome }) => status === 'done' && (outcome === 'auto' || outcome === 'lapsed'))
    .filter(({ updatedAt }) => (updatedAt ?? '') > since)
    .sort((a, b) => (b.updatedAt ?? '').localeCompare(a.updatedAt ?? ''))
  if (done.length === 0) return null
  return (
    <Section title={`Done without you (${done.length})`}>
      <Rows acts={done.slice(0, SHOWN)} />
      {done.length > SHOWN && (
        <details>
          <summary className="flex min-h-11 items-center text-[0.9375rem] text-deep">
            ▸ {done.length - SHOWN} more
          </summary>
          <Rows acts={done.slice(SHOWN)} />
        </details>
      )}
    </Section>
  )
}

function Rows({ acts }: { acts: ScreenRow<'act'>[] }) {
  return (
    <ul className="divide-y divide-line text-[0.9375rem]">
      {acts.map((act) => (
        <li key={act.id} className="sm:grid sm:grid-cols-[8.5rem_1fr] sm:gap-x-3 py-2">
          <span className="block text-[0.8125rem] text-soft sm:text-[0.9375rem]">
            {act.updatedAt && <When at={act.updatedAt} as="clock" />}
          </span>
          <div>
            <p>
              {act.summary}
              {act.outcome === 'lapsed' && <span className="text-soft">, went at its time</span>}
            </p>
            <ReceiptLink act={act} />
          </div>
        </li>
      ))}
    </ul>
  )
}

function ReceiptLink({ act }: { act: ScreenRow<'act'> }) {
  const href = act.receiptUrl ?? `/projects/${act.projectId}`
  return (
    <a
      href={href}
      className="inline-flex min-h-11 items-center text-sm text-deep underline-offset-4 hover:underline sm:min-h-6"
    >
      {receiptWords(act)} ›
    </a>
  )
}
