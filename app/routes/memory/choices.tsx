type Props = {
  legend: string
  name: string
  chosen: string
  choices: { value: string; words: string }[]
}

/** One of a few. */
export function Choices({ legend, name, chosen, choices }: Props) {
  return (
    <fieldset>
      <legend className="text-sm text-soft">{legend}</legend>
      <div className="flex flex-wrap gap-x-5">
        {choices.map(({ value, words }) => (
          <label key={value} className="flex min-h-11 items-center gap-2 text-[0.9375rem]">
            <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
