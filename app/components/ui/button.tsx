import { cva, type VariantProps } from 'class-variance-authority'
import { Slot } from 'radix-ui'
import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { cn } from '#app/components/ui/cn.ts'

const look = cva(
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-md px-4 text-[0.9375rem] leading-tight font-medium no-underline transition-colors disabled:opacity-60 aria-disabled:opacity-100',
  {
    variants: {
      kind: {
        main: 'bg-deep text-on-deep hover:bg-deep/90',
        plain: 'border border-edge bg-sheet text-ink hover:bg-wash',
        quiet: 'px-2 text-deep hover:bg-wash',
        waiting: 'border border-dashed border-edge text-soft',
      },
      size: { normal: '', small: 'min-h-11 px-3 text-sm sm:min-h-9' },
    },
    defaultVariants: { kind: 'plain', size: 'normal' },
  },
)

type Props = ComponentPropsWithoutRef<'button'> & VariantProps<typeof look> & { asChild?: boolean }

/** A verb and its object. `asChild` lends the look to a link. */
export const Button = forwardRef<HTMLButtonElement, Props>(function Button(
  { kind, size, asChild = false, className, type = 'button', ...rest },
  ref,
) {
  const classes = cn(look({ kind, size }), className)
  if (asChild) return <Slot.Root ref={ref} className={classes} {...rest} />
  return <button ref={ref} type={type} className={classes} {...rest} />
})
