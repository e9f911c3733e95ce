import { Link } from '@remix-run/react'
import { Strip } from '#app/components/ui/strip.tsx'
import type { Loaded } from '#app/routes/today/load.server.ts'
import { counted } from '#app/times.ts'

/** A dial that was lowered by rule, and what was done alone and waits to be looked at; nothing on most days. */
export function TrustStrip({ look, lowered }: Pick<Loaded, 'look' | 'lowered'>) {
  if (look.length + lowered.length === 0) return null
  const link = 'inline-flex min-h-11 items-center font-medium underline underline-offset-4'
  return (
    <div className="-mt-2 mb-7 flex flex-col gap-3">
      {lowered.map(({ id, words }) => (
        <Strip key={id} tone="care">
          {words}{' '}
          <Link to={`/projects/${id}/trust`} className={link}>
            What stands behind it ›
          </Link>
        </Strip>
      ))}
      {look.map(({ id, name, count }) => (
        <Strip key={id}>
          Spot check: {counted(count, 'thing')} done without you in {name}.{' '}
          <Link to={`/projects/${id}/trust#spot-checks`} className={link}>
            Right or wrong? ›
          </Link>
        </Strip>
      ))}
    </div>
  )
}
