import type { ReactNode } from 'react'
import { cn } from '#app/components/ui/cn.ts'

export type Tone = 'plain' | 'care' | 'late' | 'good'

const TONES: Record<Tone, string> = {
  plain: 'border-edge bg-sheet text-ink',
  care: 'border-care bg-care-wash text-care',
  late: 'border-late bg-late-wash text-late',
  good: 'border-deep bg-wash text-ink',
}

/** A line across the page that says what is not as usual. */
export function Strip({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <div className={cn('rounded-r-md border-l-4 px-4 py-2.5 text-[0.9375rem]', TONES[tone])} role="status">
      {children}
    </div>
  )
}
