import { useId, type ComponentProps } from 'react'

type Props = { label: string; errors: string[] | undefined; input: ComponentProps<'input'> }

/** A labelled input and what is wrong with it. */
export function Field({ label, errors, input }: Props) {
  const id = useId()
  const wrong = errors !== undefined && errors.length > 0
  return (
    <div>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <input
        {...input}
        id={id}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        className="mt-1.5 min-h-11 w-full rounded-md border border-edge bg-sheet px-3 aria-invalid:border-late"
      />
      {wrong && (
        <p id={`${id}-wrong`} role="alert" className="mt-1.5 text-sm text-late">
          {errors.join(' ')}
        </p>
      )}
    </div>
  )
}
