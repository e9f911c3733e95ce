import { Link } from '@remix-run/react'
import { counted } from '#app/times.ts'

type Yesterday = { acts: number; outside: number; stopped: number; undone: number }

/** One sentence that says what was done yesterday and that none of it was outside what is allowed. */
export function ProofLine({ yesterday }: { yesterday: Yesterday }) {
  const { acts, outside, stopped, undone } = yesterday
  if (acts + stopped + undone === 0)
    return <p className="mt-10 border-t border-line py-4 text-sm text-soft">No acts yesterday.</p>
  const permitted = outside === 0 ? 'all permitted' : `${acts - outside} permitted`
  return (
    <p className="mt-10 border-t border-line py-4 text-sm text-soft">
      Yesterday: {counted(acts, 'act')}, {permitted}; {outside} outside the boundary; {stopped} stopped;{' '}
      {undone} undone.{' '}
      <Link to="/activity?show=acts" className="inline-block py-2 font-medium text-deep">
        Proof ›
      </Link>
    </p>
  )
}
