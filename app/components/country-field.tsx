import { SelectField } from '#app/components/ui/field.tsx'
import { KNOWN_COUNTRIES } from '#src/domain/holidays.ts'
import { countryName } from '#src/domain/reader-days.ts'

type Props = { label: string; country: string; errors?: string[] | undefined }

/** A country whose public holidays are known; one that was read and is not stays, and says so. */
export function CountryField({ label, country, errors }: Props) {
  const isKnown = country === '' || KNOWN_COUNTRIES.includes(country)
  const byName = KNOWN_COUNTRIES.map((code) => ({ code, name: countryName(code) })).sort((a, b) =>
    a.name.localeCompare(b.name),
  )
  return (
    <SelectField label={label} name="country" defaultValue={country} errors={errors}>
      <option value="">Not said: no public holidays</option>
      {!isKnown && <option value={country}>{countryName(country)}: its holidays are not known here</option>}
      {byName.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}
