import { useSyncExternalStore, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { cn } from '#app/components/ui/cn.ts'

/** Attributes of the button that opens the menu with this id. The browser opens and closes it, scripts or none. */
export function opens(id: string): Record<string, string> {
  return { popovertarget: id }
}

/** A small layer over the page; `Esc` or a tap beside it closes it. `className` says where it stands. */
export function Menu(props: { id: string; label: string; className: string; children: ReactNode }) {
  const { id, label, className, children } = props
  return (
    <div
      id={id}
      {...{ popover: 'auto' }}
      aria-label={label}
      role="group"
      className={cn('menu rounded-lg p-4', className)}
    >
      {children}
    </div>
  )
}

/**
 * Menus of a row whose list is put into another order by pushes: the browser closes an open menu that is moved, so once
 * scripts run they stand outside of the list.
 */
export function OutOfList({ children }: { children: ReactNode }) {
  const isAlive = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  )
  return isAlive ? createPortal(children, document.body) : children
}
