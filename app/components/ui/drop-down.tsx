import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from '#app/components/ui/cn.ts'

type Props = { label: string; icon: ReactNode; className?: string; children: ReactNode }

/** A button that opens a short list of things to do; arrows move in it, `Esc` closes it and gives the focus back. */
export function DropDown({ label, icon, className, children }: Props) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        aria-label={label}
        className={cn('flex size-11 items-center justify-center rounded-md hover:bg-wash', className)}
      >
        {icon}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          className="z-50 min-w-56 rounded-lg border border-line bg-sheet p-1.5 text-ink shadow-xl"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

const ITEM =
  'flex min-h-11 items-center rounded-md px-3 text-[0.9375rem] outline-none select-none data-highlighted:bg-wash'

export function DropDownItem({ onSelect, children }: { onSelect: () => void; children: ReactNode }) {
  return (
    <DropdownMenu.Item className={cn(ITEM, 'cursor-pointer')} onSelect={onSelect}>
      {children}
    </DropdownMenu.Item>
  )
}

/** Opens another program's page, in a tab of its own. */
export function DropDownLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <DropdownMenu.Item className={ITEM} asChild>
      <a href={href} target="_blank" rel="noreferrer">
        {children}
      </a>
    </DropdownMenu.Item>
  )
}
