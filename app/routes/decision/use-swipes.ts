import { useRef, type TouchEvent } from 'react'
import { LATER_MENU } from '#app/routes/decision/later.tsx'

/** Shorter is a slip; steeper is scrolling; what begins at the edge is the browser's own "back". */
const LONG_PX = 80
const FLAT = 2
const EDGE_PX = 24

/** Right selects the recommended option, left opens Later. A swipe performs nothing: both have their buttons. */
export function useSwipes(recommended: string, isOpen: boolean) {
  const start = useRef<{ x: number; y: number } | null>(null)
  const onTouchStart = ({ touches, target }: TouchEvent) => {
    const touch = touches.item(0)
    const isOne = touches.length === 1 && touch.clientX > EDGE_PX && isSwiped(target)
    start.current = isOne ? { x: touch.clientX, y: touch.clientY } : null
  }
  const onTouchEnd = ({ changedTouches }: TouchEvent) => {
    const [from, touch] = [start.current, changedTouches.item(0)]
    start.current = null
    if (!from || !isOpen) return
    const [x, y] = [touch.clientX - from.x, touch.clientY - from.y]
    if (Math.abs(x) < LONG_PX || Math.abs(x) < FLAT * Math.abs(y)) return
    if (x > 0) select(recommended)
    else document.getElementById(LATER_MENU)?.showPopover()
  }
  return { onTouchStart, onTouchEnd }
}

/** Text that is being edited, an open menu and the evidence's sheet have swipes of their own. */
function isSwiped(target: EventTarget): boolean {
  return !(target instanceof Element && target.closest('textarea, input, [popover], [data-sheet]'))
}

function select(option: string): void {
  const radio = document.getElementById(`option-${option}`)
  radio?.click()
  radio?.scrollIntoView({ block: 'center' })
}
