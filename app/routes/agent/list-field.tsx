import { useId } from 'react'

type Props = { label: string; hint: string; name: string; errors: string[] | undefined; value: string }

/** A list, one a line, with what it takes and what is wrong with it. */
export function ListField({ label, hint, name, errors, value }: Props) {
  const id = useId()
  const wrong = errors !== undefined && errors.length > 0
  return (
    <div>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <p id={`${id}-hint`} className="text-sm text-soft">
        {hint}
      </p>
      <textarea
        id={id}
        name={name}
        rows={3}
        defaultValue={value}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : `${id}-hint`}
        className="mt-1.5 w-full rounded-md border border-edge bg-paper px-3 py-2 text-[0.9375rem] aria-invalid:border-late"
      />
      {wrong && (
        <p id={`${id}-wrong`} role="alert" className="mt-1 text-sm text-late">
          {errors.join(' ')}
        </p>
      )}
    </div>
  )
}
