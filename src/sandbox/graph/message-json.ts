import { isVendor, type Vendor } from '#src/sandbox/vendor/value.ts'
import type { Asked } from './answer.ts'
import type { Held } from './mailbox.ts'
import { opaque } from './stays.ts'

/** Fields that Graph returns only when they are asked for by name. */
const ON_REQUEST = new Set(['internetMessageHeaders', 'singleValueExtendedProperties', 'attachments'])

/** The id of a well-known folder, as messages carry it. */
export function folderId(folder: string): string {
  return `AQMkAD${opaque(`folder/${folder}`)}`
}

/** Well-known folders, and what Outlook calls them. */
const WELL_KNOWN = new Map([
  ['msgfolderroot', 'Top of Information Store'],
  ['inbox', 'Inbox'],
  ['sentitems', 'Sent Items'],
  ['drafts', 'Drafts'],
  ['archive', 'Archive'],
  ['deleteditems', 'Deleted Items'],
  ['outbox', 'Outbox'],
  ['junkemail', 'Junk Email'],
])

/** The folder of a well-known name, or of an id in a path; `more` are those that the mailbox has besides. */
export function folderOf(name: string, more: readonly string[]): string | undefined {
  if (WELL_KNOWN.has(name.toLowerCase())) return name.toLowerCase()
  return [...WELL_KNOWN.keys(), ...more].find((folder) => folderId(folder) === name)
}

/** What people call a folder. */
export function displayName(folder: string): string {
  return WELL_KNOWN.get(folder) ?? folder
}

/** Without the preference for immutable ids a message's id changes with its folder, as at Microsoft's. */
export function givenId({ id, folder }: Held, asked: Pick<Asked, 'immutableIds'>): string {
  return asked.immutableIds ? id : `${id}.${folder}`
}

/** A message as Graph gives it: the fields of `$select`, or all the usual ones. */
export function messageJson(held: Held, asked: Asked): Vendor {
  const { message } = held
  const etag = `W/"CQAAABYA${opaque(JSON.stringify(message)).slice(0, 12)}"`
  const whole: Vendor = { ...message, parentFolderId: folderId(held.folder), changeKey: etag.slice(3, -1) }
  const select = asked.query.get('$select')?.split(',')
  const fields = Object.entries(whole).filter(([name]) =>
    select === undefined ? !ON_REQUEST.has(name) : select.includes(name),
  )
  const type = message['@odata.type']
  return {
    ...(typeof type === 'string' && { '@odata.type': type }),
    '@odata.etag': etag,
    ...Object.fromEntries(fields),
    ...expanded(message, asked.query.get('$expand')),
    id: givenId(held, asked),
  }
}

/** `$expand=singleValueExtendedProperties($filter=id eq '…')`. */
function expanded(message: Vendor, expand: string | null): Vendor {
  const wanted = /^singleValueExtendedProperties\(\$filter=id eq '([^']*)'\)$/.exec(expand ?? '')?.[1]
  if (wanted === undefined) return {}
  const found = propertiesOf(message).filter(({ id }) => id.toLowerCase() === wanted.toLowerCase())
  return found.length > 0 ? { singleValueExtendedProperties: found } : {}
}

/** A message's extended properties. */
export function propertiesOf(message: Vendor): { id: string; value: string }[] {
  const list: unknown = message.singleValueExtendedProperties
  if (!Array.isArray(list)) return []
  return list.filter(isVendor).map(({ id, value }) => ({ id: String(id), value: String(value) }))
}
