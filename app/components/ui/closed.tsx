import type { ReactNode } from 'react'
import { cn } from '#app/components/ui/cn.ts'

type Props = { summary: ReactNode; open?: boolean; className?: string; children: ReactNode }

/** A line that opens to more. */
export function Closed({ summary, open, className, children }: Props) {
  return (
    <details open={open} className={cn('group border-t border-line', className)}>
      <summary className="flex min-h-12 items-center gap-2 text-[0.9375rem]">
        <span aria-hidden className="text-soft transition-transform group-open:rotate-90">
          ▸
        </span>
        <span>{summary}</span>
      </summary>
      <div className="pb-3">{children}</div>
    </details>
  )
}

/** A small word in colour that opens what stands beside or below it. `mark`: by which a key finds it. */
export function More({
  summary,
  mark,
  children,
}: {
  summary: ReactNode
  mark?: string
  children: ReactNode
}) {
  return (
    <details data-more={mark}>
      <summary className="flex min-h-11 items-center text-sm font-medium text-deep">▸ {summary}</summary>
      {children}
    </details>
  )
}
