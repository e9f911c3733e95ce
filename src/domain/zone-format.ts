const made = new Map<string, Intl.DateTimeFormat>()

/** A formatter of one locale and time zone. Making one takes as long as a hundred uses, so each is made once. */
export function zoneFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const format = made.get(key) ?? new Intl.DateTimeFormat(locale, options)
  made.set(key, format)
  return format
}
