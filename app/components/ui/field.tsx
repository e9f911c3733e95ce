import { useId, type ComponentProps } from 'react'
import { cn } from '#app/components/ui/cn.ts'

const look = 'w-full rounded-md border border-edge bg-paper px-3 py-2 text-[0.9375rem]'

/** A line of text with its name above it. */
export function TextField({ label, className, ...rest }: ComponentProps<'input'> & { label: string }) {
  const id = useId()
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-sm text-soft">
        {label}
      </label>
      <input id={id} type="text" className={cn(look, 'min-h-11')} {...rest} />
    </div>
  )
}

/** Several lines of text with their name above them. */
export function TextArea({ label, className, ...rest }: ComponentProps<'textarea'> & { label: string }) {
  const id = useId()
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-sm text-soft">
        {label}
      </label>
      <textarea id={id} className={cn(look, 'leading-relaxed')} {...rest} />
    </div>
  )
}
