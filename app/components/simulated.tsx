import { Link } from '@remix-run/react'
import { actPath } from '#app/act-words.ts'
import { When } from '#app/components/moment.tsx'
import { More } from '#app/components/ui/closed.tsx'
import { Records } from '#app/components/ui/records.tsx'
import { Nothing } from '#app/components/ui/section.tsx'
import type { SimulationRows } from '#app/simulation.server.ts'
import { becameWords, wouldWords } from '#app/simulation-words.ts'

/** More lines than this tell nobody anything. */
const SHOWN = 60

/** Acts as they were and as they would have been; those that would have been the same are folded away. */
export function Simulated({ rows, dial }: { rows: SimulationRows['rows']; dial: string }) {
  const differing = rows.filter(({ differs }) => differs)
  const same = rows.filter(({ differs }) => !differs)
  if (rows.length === 0) return <Nothing>The agent proposed nothing in these days.</Nothing>
  return (
    <>
      {differing.length === 0 && <Nothing>All of it would have been the same.</Nothing>}
      {differing.length > 0 && <Acts label="Otherwise" rows={differing} dial={dial} />}
      {same.length > 0 && (
        <More summary={`${same.length} would have been the same`}>
          <Acts label="The same" rows={same} dial={dial} />
        </More>
      )}
    </>
  )
}

function Acts({ label, rows, dial }: { label: string; rows: SimulationRows['rows']; dial: string }) {
  const more = rows.length - SHOWN
  return (
    <>
      <Records
        label={label}
        columns={['What', 'When', 'Then', `At ${dial}`]}
        rows={rows.slice(0, SHOWN).map((row) => ({
          id: `${label}-${row.id}`,
          cells: [
            <Link key="act" to={actPath(row)} className="underline-offset-4 hover:underline">
              {row.summary}
            </Link>,
            <When key="when" at={row.createdAt} as="clock" />,
            becameWords(row),
            wouldWords(row),
          ],
        }))}
      />
      {more > 0 && <Nothing>{more} older ones are not listed; they are in the sums.</Nothing>}
    </>
  )
}
