import { isVendor, type Vendor } from '#src/sandbox/vendor/value.ts'

type Fields = Map<string, Fields>

const COMPACT = [
  'gid',
  'resource_type',
  'resource_subtype',
  'name',
  'created_at',
  'created_by',
  'text',
  'type',
]
const COMPACT_OF_TASK = ['gid', 'resource_type', 'resource_subtype', 'name']

/** A record as `opt_fields` asks for it: those fields and the gid; without it the whole record, or its compact form. */
export function shaped(item: Vendor, optFields: string | null, otherwise: 'full' | 'compact'): Vendor {
  if (optFields !== null && optFields !== '') return chosen(item, fieldsOf(optFields))
  if (otherwise === 'full') return item
  const names = item['resource_type'] === 'story' ? COMPACT : COMPACT_OF_TASK
  return Object.fromEntries(names.flatMap((name) => (name in item ? [[name, item[name]]] : [])))
}

function fieldsOf(optFields: string): Fields {
  const all: Fields = new Map()
  for (const path of optFields.split(',')) {
    let level = all
    for (const name of path.trim().split('.')) {
      const next: Fields = level.get(name) ?? new Map<string, Fields>()
      level.set(name, next)
      level = next
    }
  }
  return all
}

function chosen(item: Vendor, fields: Fields): Vendor {
  const gid = 'gid' in item ? { gid: item['gid'] } : {}
  const wanted = [...fields].flatMap(([name, inner]) =>
    name in item ? [[name, inside(item[name], inner)] as const] : [],
  )
  return { ...gid, ...Object.fromEntries(wanted) }
}

/** A record inside another is its gid and what is asked of it; what has no gid, such as a pair of dates, is whole. */
function inside(value: unknown, fields: Fields): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => inside(each, fields))
  if (!isVendor(value)) return value
  if (fields.size > 0) return chosen(value, fields)
  return 'gid' in value ? { gid: value['gid'], resource_type: value['resource_type'] } : value
}
