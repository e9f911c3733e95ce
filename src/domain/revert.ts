import { z } from 'zod'

/** One place of a document as an act left it, and what stood there before. `was` null with `isNew`: nothing stood there. */
export const revert = z.object({
  /** A section, or an entry of one by its id, or a field of such an entry. */
  path: z.array(z.string()).min(1).max(3),
  left: z.json(),
  was: z.json(),
  isNew: z.boolean(),
})
export type Revert = z.infer<typeof revert>

/** A document was checked when it was made: only what differs is looked at to its depths, by {@link revert}. */
const section = z.custom<Section>(isSection)
const entries = z.array(z.custom<Entry>((value) => isSection(value) && typeof value['id'] === 'string'))
type Section = Record<string, unknown>
type Entry = Section & { id: string }
/** Said of every entry that is touched, and no change of anybody's. */
const BOOKKEEPING = ['lastReviewedAt']

/** How a document's last change is taken back, place by place. */
export function revertsBetween(before: object, after: object): Revert[] {
  const [then, now] = [section.parse(before), section.parse(after)]
  const found = Object.entries(now).flatMap(([name, left]) => {
    const was = then[name] ?? null
    if (isSame(was, left)) return []
    const [olds, news] = [entries.safeParse(was), entries.safeParse(left)]
    if (!olds.success || !news.success || olds.data.length > news.data.length)
      return [{ path: [name], left, was, isNew: false }]
    const known = new Map(olds.data.map((each) => [each.id, each]))
    return news.data.flatMap((each) => entryReverts(name, known.get(each.id), each))
  })
  return found.map((each) => revert.parse(each))
}

function entryReverts(name: string, before: Entry | undefined, entry: Entry) {
  if (!before) return [{ path: [name, entry.id], left: entry, was: null, isNew: true }]
  return Object.entries(entry).flatMap(([field, left]) => {
    const was = before[field] ?? null
    if (BOOKKEEPING.includes(field) || isSame(was, left)) return []
    return [{ path: [name, entry.id, field], left, was, isNew: false }]
  })
}

/**
 * Puts back what still stands as it was left. What anybody changed since is left as it is: `moved` names it.
 */
export function applyReverts(content: object, reverts: Revert[]): { content: Section; moved: Revert[] } {
  const moved: Revert[] = []
  let current = section.parse(content)
  for (const each of reverts) {
    const next = applyOne(current, each)
    if (next) current = next
    else moved.push(each)
  }
  return { content: current, moved }
}

function applyOne(
  content: Section,
  { path: [name = '', id, field], left, was, isNew }: Revert,
): Section | undefined {
  const now = content[name] ?? null
  if (id === undefined) return isSame(now, left) ? { ...content, [name]: was } : undefined
  const list = entries.safeParse(now)
  const entry = list.data?.find((each) => each.id === id)
  if (!list.success || !entry) return undefined
  const known = section.parse(entry)
  if (isNew) {
    if (!isSame(bare(known), bare(section.parse(left)))) return undefined
    return section.parse({ ...content, [name]: list.data.filter((each) => each !== entry) })
  }
  if (field === undefined || !isSame(known[field] ?? null, left)) return undefined
  const back = { ...known, [field]: was }
  return section.parse({ ...content, [name]: list.data.map((each) => (each === entry ? back : each)) })
}

function bare(entry: Section): Section {
  return Object.fromEntries(Object.entries(entry).filter(([field]) => !BOOKKEEPING.includes(field)))
}

function isSection(value: unknown): value is Section {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A store gives the fields of a value back in any order. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, at) => isSame(each, other[at]))
  if (!isSection(one) || !isSection(other)) return false
  return [...Object.keys(one), ...Object.keys(other)].every((field) => isSame(one[field], other[field]))
}
