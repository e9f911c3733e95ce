/** A JSON object of a vendor, its fields unknown. */
export type Vendor = Record<string, unknown>

/** Whether a value is a JSON object (not an array, not null). */
export function isVendor(value: unknown): value is Vendor {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An object's own field; inherited ones such as `toString` don't count. */
export function own(object: object, key: string): unknown {
  const value: unknown = Object.hasOwn(object, key) ? Reflect.get(object, key) : undefined
  return value
}

/** A value as text: numbers too, anything else is undefined. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value : undefined
}
