import { useId, type ReactNode } from 'react'
import { cn } from '#app/components/ui/cn.ts'

type Props = { title: string; aside?: ReactNode; children: ReactNode; className?: string }

/** A headed block of a page: a hairline, its name, and at most one thing to do with all of it. */
export function Section({ title, aside, children, className }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={cn('border-t border-line pt-3', className)}>
      <div className="mb-1 flex items-baseline justify-between gap-4">
        <h2 id={id} className="text-[0.9375rem] font-semibold">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  )
}

/** What a block says when it has nothing to show. */
export function Nothing({ children }: { children: ReactNode }) {
  return <p className="py-1.5 text-[0.9375rem] text-soft">{children}</p>
}
