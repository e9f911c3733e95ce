import { More } from '#app/components/ui/closed.tsx'
import { Records } from '#app/components/ui/records.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import type { Loaded } from '#app/routes/trust/load.server.ts'

type Calibration = Loaded['calibration']

/** What can have been said, from the most to the least welcome: in words, and as the bars show it. */
type Answer<S extends string> = { said: S; words: string; fill: string }
type Row<S extends string> = { sure: string; said: Record<S, number> }

const OF_ACTS: Answer<keyof Calibration['byChecks'][number]['said']>[] = [
  { said: 'approved', words: 'Approved', fill: 'fill-deep' },
  { said: 'edited', words: 'Edited a little', fill: 'fill-deep/60' },
  { said: 'rewritten', words: 'Written anew', fill: 'fill-care/60' },
  { said: 'stopped', words: 'Stopped', fill: 'fill-care' },
  { said: 'undone', words: 'Undone or wrong', fill: 'fill-late' },
]
const OF_DECISIONS: Answer<keyof Calibration['decisions'][number]['said']>[] = [
  { said: 'recommended', words: 'As recommended', fill: 'fill-deep' },
  { said: 'other', words: 'Another option', fill: 'fill-deep/60' },
  { said: 'own', words: 'Your own way', fill: 'fill-care/60' },
  { said: 'dismissed', words: 'Dismissed', fill: 'fill-care' },
]
const FATES: Record<Calibration['byFate'][number]['sure'], string> = {
  do: 'Would go at once',
  hold: 'Would go after a hold',
  ask: 'Asked you',
  refuse: 'Not allowed',
}

/** How sure the agent was of what it proposed and recommended, against what the PM said. */
export function CalibrationChart({ calibration }: Pick<Loaded, 'calibration'>) {
  const checks = (sure: number) => `${sure} of 4 checks passed`
  const acts = [
    ...calibration.byChecks.map(({ sure, said }) => ({ sure: checks(sure), said })),
    ...calibration.byFate.map(({ sure, said }) => ({ sure: FATES[sure], said })),
  ]
  const decisions = calibration.decisions.map(({ sure, said }) => ({ sure: checks(sure), said }))
  return (
    <Section title="How sure it was, and what you said">
      {acts.length + decisions.length === 0 && (
        <Nothing>You have not said anything yet of what the agent proposed.</Nothing>
      )}
      <div className="grid gap-x-14 gap-y-6 lg:grid-cols-2">
        {decisions.length > 0 && <Bars title="Decisions" rows={decisions} answers={OF_DECISIONS} />}
        {acts.length > 0 && <Bars title="Acts that it proposed alone" rows={acts} answers={OF_ACTS} />}
      </div>
    </Section>
  )
}

type BarsProps<S extends string> = { title: string; rows: Row<S>[]; answers: Answer<S>[] }

function Bars<S extends string>({ title, rows, answers }: BarsProps<S>) {
  return (
    <div>
      <h3 className="text-sm font-medium">{title}</h3>
      <ul className="mt-1 mb-3 flex flex-wrap gap-x-4 gap-y-1 text-sm text-soft">
        {answers.map(({ said, words, fill }) => (
          <li key={said} className="flex items-center gap-1.5">
            <svg aria-hidden viewBox="0 0 12 12" className="size-3">
              <rect width="12" height="12" className={fill} />
            </svg>
            {words}
          </li>
        ))}
      </ul>
      <div aria-hidden className="flex flex-col gap-2">
        {rows.map((row) => (
          <Bar key={row.sure} row={row} answers={answers} />
        ))}
      </div>
      <More summary="The same in numbers">
        <Records
          label={`${title}: how sure, and what you said`}
          columns={['How sure', ...answers.map(({ words }) => words)]}
          rows={rows.map(({ sure, said }) => ({
            id: `${title}-${sure}`,
            cells: [sure, ...answers.map((each) => String(said[each.said]))],
          }))}
        />
      </More>
    </div>
  )
}

const WIDTH = 100

function Bar<S extends string>({ row: { sure, said }, answers }: { row: Row<S>; answers: Answer<S>[] }) {
  const all = answers.reduce((sum, each) => sum + said[each.said], 0)
  const parts = answers.map((each, index) => {
    const before = answers.slice(0, index).reduce((sum, earlier) => sum + said[earlier.said], 0)
    return { ...each, x: (before / all) * WIDTH, width: (said[each.said] / all) * WIDTH }
  })
  return (
    <div>
      <p className="flex justify-between text-sm">
        <span>{sure}</span>
        <span className="text-soft">{all}</span>
      </p>
      <svg viewBox={`0 0 ${WIDTH} 6`} preserveAspectRatio="none" className="h-4 w-full">
        {parts.map(({ said: answer, fill, x, width }) => (
          <rect key={answer} x={x} width={width} height="6" className={fill} />
        ))}
      </svg>
    </div>
  )
}
