import { useId } from 'react'
import { WhatIsWrong } from '#app/components/ui/field.tsx'
import type { Weekday } from '#src/domain/day.ts'

type Props = { legend: string; name: string; chosen: readonly string[]; errors?: string[] | undefined }

const DAYS: Record<Weekday, string> = {
  ...{ mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' },
}

/** Days of the week, any number of them. */
export function DayBoxes({ legend, name, chosen, errors }: Props) {
  const id = useId()
  return (
    <fieldset>
      <legend className="mb-1 text-sm text-soft">{legend}</legend>
      <div className="flex flex-wrap gap-x-5">
        {Object.entries(DAYS).map(([day, words]) => (
          <Box key={day} name={name} value={day} checked={chosen.includes(day)}>
            {words}
          </Box>
        ))}
      </div>
      <WhatIsWrong id={id} errors={errors} />
    </fieldset>
  )
}

type BoxProps = { name: string; value?: string; checked: boolean; children: string }

/** A box to tick, large enough for a thumb. */
export function Box({ name, value, checked, children }: BoxProps) {
  return (
    <label className="flex min-h-11 items-center gap-2 text-[0.9375rem]">
      <input
        type="checkbox"
        name={name}
        value={value ?? 'on'}
        defaultChecked={checked}
        className="size-5 accent-deep"
      />
      {children}
    </label>
  )
}
