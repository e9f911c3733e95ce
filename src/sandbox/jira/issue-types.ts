import { asText } from '#src/sandbox/vendor/value.ts'
import type { Vendor } from '#src/sandbox/vendor/value.ts'

/** Issue types as they were seen on issues; a site without any has tasks. */
export function issueTypesOf(seen: Iterable<[string, Vendor]>): Vendor[] {
  const types = [...seen].flatMap(([key, value]) => (key.startsWith('issuetype:') ? [value] : []))
  const whole = types.map((type) => ({ ...type, id: asText(type.id) ?? '', subtask: type.subtask === true }))
  return whole.length > 0 ? whole : [{ id: '10002', name: 'Task', subtask: false, hierarchyLevel: 0 }]
}
