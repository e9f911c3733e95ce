import { counted } from '#app/times.ts'

type Shown = {
  dial: string
  isObserve: boolean
  by: 'setup' | 'pm' | 'rule'
  because: string | null
  cleanDays: number
  missing: string | null
}

/** By whom the dial was set, and what stands behind it. Source: screens.md, dial not earned. */
export function dialWords({ dial, isObserve, by, because, cleanDays, missing }: Shown): string {
  if (by === 'rule') return `${dial}, lowered by rule: ${because ?? ''}`
  if (by === 'pm') return `${dial}, set by you.`
  if (isObserve) return `${dial}, as it was set up.`
  const said = `${dial}, set by the scenario: `
  if (cleanDays === 0) return `${said}no clean days stand behind it.`
  return missing === null
    ? `${said}${counted(cleanDays, 'clean day')} stand behind it by now.`
    : `${said}${missing}`
}
