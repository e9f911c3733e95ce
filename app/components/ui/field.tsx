import { useId, type ComponentProps } from 'react'
import { cn } from '#app/components/ui/cn.ts'

const look = 'w-full rounded-md border border-edge bg-paper px-3 py-2 text-[0.9375rem]'

type Wrong = { errors?: string[] | undefined }

/** A line of text with its name above it, and below it what is wrong with it. */
export function TextField({
  label,
  errors,
  className,
  ...rest
}: ComponentProps<'input'> & Wrong & { label: string }) {
  const id = useId()
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-sm text-soft">
        {label}
      </label>
      <input id={id} type="text" className={cn(look, 'min-h-11')} {...wrongOf(id, errors)} {...rest} />
      <WhatIsWrong id={id} errors={errors} />
    </div>
  )
}

/** One of a list, with its name above it, and below it what is wrong with it. */
export function SelectField({
  label,
  errors,
  className,
  ...rest
}: ComponentProps<'select'> & Wrong & { label: string }) {
  const id = useId()
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-sm text-soft">
        {label}
      </label>
      <select id={id} className={cn(look, 'min-h-11')} {...wrongOf(id, errors)} {...rest} />
      <WhatIsWrong id={id} errors={errors} />
    </div>
  )
}

function wrongOf(id: string, errors: Wrong['errors']) {
  return errors && errors.length > 0 ? { 'aria-invalid': true, 'aria-describedby': `${id}-wrong` } : {}
}

/** What is wrong with a field, said at once. */
export function WhatIsWrong({ id, errors }: Wrong & { id: string }) {
  if (!errors || errors.length === 0) return null
  return (
    <p id={`${id}-wrong`} role="alert" className="mt-1 text-sm text-late">
      {errors.join(' ')}
    </p>
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
