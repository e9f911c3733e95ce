import { useState } from 'react'
import type { ScreenRow } from '#app/rows.ts'
import { byCostOfDelay, isOpen } from '#app/routes/today/today-lists.ts'

type Decision = ScreenRow<'escalation'>
export type Shown = { visible: Decision[]; quiet: Decision[]; fresh: number; show: () => void }

/**
 * The rows the reader has been shown, how many open ones wait to be, and those that have come quietly since: without a word,
 * where they move nothing that is read. Who opens the page is not interrupted by it: they see all of it, the dearest first.
 */
export function useShown(decisions: Decision[]): Shown {
  const open = decisions.filter(isOpen)
  const [shown, setShown] = useState(() => new Set(open.map(({ id }) => id)))
  const visible = decisions.filter(({ id }) => shown.has(id)).sort(byCostOfDelay)
  const rest = open.filter(({ id }) => !shown.has(id)).sort(byCostOfDelay)
  const [fresh, quiet] = [rest.filter(isLoud), rest.filter((each) => !isLoud(each))]
  const show = () => setShown(new Set(decisions.map(({ id }) => id)))
  if (visible.length === 0 && fresh.length > 0) show()
  return { visible, quiet, fresh: fresh.length, show }
}

const isLoud = ({ attention }: Decision) => attention !== 'quiet'
