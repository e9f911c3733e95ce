import { useState } from 'react'
import type { ScreenRow } from '#app/rows.ts'
import { byCostOfDelay, isOpen } from '#app/routes/today/today-lists.ts'

type Decision = ScreenRow<'escalation'>
export type Shown = { visible: Decision[]; fresh: number; show: () => void }

/** The rows the reader has been shown, and how many open ones wait to be. */
export function useShown(decisions: Decision[]): Shown {
  const open = decisions.filter(isOpen)
  const [shown, setShown] = useState(() => new Set(open.map(({ id }) => id)))
  const visible = decisions.filter(({ id }) => shown.has(id)).sort(byCostOfDelay)
  const fresh = open.filter(({ id }) => !shown.has(id))
  const show = () => setShown(new Set(decisions.map(({ id }) => id)))
  if (visible.length === 0 && fresh.length > 0) show()
  return { visible, fresh: fresh.length, show }
}
