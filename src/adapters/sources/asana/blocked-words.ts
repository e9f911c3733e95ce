import type { WireTask } from './wire.ts'

/** Asana has no flag: teams say it by a section, a field or a tag. */
const BLOCKED = /\b(blocked|on hold|stuck|impeded|impediment)\b/i
const YES = /^(yes|true|blocked)$/i

/** Whether a section's, an option's or a tag's name says that work stands still. */
export function saysBlocked(name: string | null | undefined): boolean {
  return BLOCKED.test(name ?? '') && !/\b(un|not )blocked\b/i.test(name ?? '')
}

/** Whether a field with this value says it: "Status: Blocked", "Blocked: Yes". */
export function fieldSaysBlocked(name: string | null | undefined, value: string | null | undefined): boolean {
  return saysBlocked(value) || (saysBlocked(name) && YES.test(value ?? ''))
}

/** Whether a task that stands in a section is blocked. */
export function isBlocked(task: WireTask, section: string | null): boolean {
  return (
    saysBlocked(section) ||
    task.tags.some(({ name }) => saysBlocked(name)) ||
    task.custom_fields.some(({ name, display_value }) => fieldSaysBlocked(name, display_value))
  )
}
