import { Link } from '@remix-run/react'
import { actPath, receiptWords, standWords } from '#app/act-words.ts'
import { Checks } from '#app/components/checks.tsx'
import { When } from '#app/components/moment.tsx'
import { More } from '#app/components/ui/closed.tsx'
import { Nothing } from '#app/components/ui/section.tsx'
import type { ScreenRow } from '#app/rows.ts'
import type { GateRecord } from '#src/domain/gate-record.ts'
import { DIAL_WORDS } from '#src/domain/project.ts'

export type ChainAct = { row: ScreenRow<'act'>; gate: GateRecord }

const FATES: Record<GateRecord['fate'], string> = {
  do: 'may go at once',
  hold: 'is held first',
  ask: 'asks you',
  refuse: 'is not allowed',
}

/** Acts, each with what the gate saw and said, and what became of it. */
export function ChainActs({ acts, none }: { acts: ChainAct[]; none: string }) {
  if (acts.length === 0) return <Nothing>{none}</Nothing>
  return (
    <ol className="divide-y divide-line text-[0.9375rem]">
      {acts.map(({ row, gate }) => (
        <li key={row.id} className="py-2 wrap-anywhere">
          <Link
            to={actPath(row)}
            className="inline-flex min-h-11 items-center underline-offset-4 hover:underline"
          >
            {row.summary}
          </Link>
          <span className="block text-sm text-soft">
            Gate, <When at={gate.at} as="clock" />: {FATES[gate.fate]}. Dial {DIAL_WORDS[gate.dial]}
            {gate.paused && ', paused'}, boundary {gate.boundary}
            {gate.reasons.length > 0 && `. ${capital(gate.reasons.join('; '))}`}
          </span>
          <span className="block text-sm text-soft">
            {capital(standWords(row.status ?? '', row.outcome))}
            {row.receiptId && `. Receipt: ${receiptWords(row)} (${row.receiptId})`}
          </span>
          <More summary="The four checks">
            <Checks confidence={gate.confidence} />
          </More>
        </li>
      ))}
    </ol>
  )
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
