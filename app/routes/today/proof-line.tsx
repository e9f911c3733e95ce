import { Link } from '@remix-run/react'
import { useAgent } from '#app/components/agent-context.ts'
import { counted } from '#app/times.ts'

type Yesterday = { acts: number; outside: number; stopped: number; undone: number }

/** One sentence that says what was done yesterday and that none of it was outside what is allowed; the limits beside it. */
export function ProofLine({ yesterday }: { yesterday: Yesterday }) {
  const { rung } = useAgent()
  return (
    <div className="mt-10 flex flex-wrap justify-between gap-x-6 border-t border-line py-2 text-sm text-soft">
      <p className="py-2">
        <Acts {...yesterday} />
      </p>
      <Link to="/cost" className="inline-flex min-h-11 items-center font-medium text-deep">
        Limits: {rung ? 'saving' : 'normal'} ›
      </Link>
    </div>
  )
}

function Acts({ acts, outside, stopped, undone }: Yesterday) {
  if (acts + stopped + undone === 0) return 'No acts yesterday.'
  const permitted = outside === 0 ? 'all permitted' : `${acts - outside} permitted`
  return (
    <>
      Yesterday: {counted(acts, 'act')}, {permitted}; {outside} outside the boundary; {stopped} stopped;{' '}
      {undone} undone.{' '}
      <Link to="/activity?show=acts" className="font-medium text-deep underline-offset-4 hover:underline">
        Proof ›
      </Link>
    </>
  )
}
