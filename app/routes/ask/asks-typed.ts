import type { AskedWhat } from '#src/domain/asked-act.ts'

/** An act as somebody typed it: what of its form is filled in by that. */
export type Typed = { what: AskedWhat; given: Record<string, string> }

const KEY = '([a-z][a-z0-9_]*-\\d+)'

/** The first that fits wins; what is left over is the text, the person, the day. */
const FORMS: [RegExp, AskedWhat, string[]][] = [
  [new RegExp(`^comment (?:on )?${KEY}[:,]?\\s*(.*)$`, 'is'), 'comment', ['key', 'text']],
  [new RegExp(`^assign ${KEY}(?: to)?\\s*(.*)$`, 'i'), 'assign', ['key', 'name']],
  [new RegExp(`^flag ${KEY}$`, 'i'), 'flag', ['key']],
  [new RegExp(`^(?:unflag|take the flag off) ${KEY}$`, 'i'), 'unflag', ['key']],
  [new RegExp(`^due (?:date )?(?:of )?${KEY}(?: on)?\\s*(.*)$`, 'i'), 'due', ['key', 'day']],
  [new RegExp(`^(?:move |take )?${KEY} out of (?:the |its )?sprint$`, 'i'), 'out-of-sprint', ['key']],
  [new RegExp(`^link ${KEY}(?: to| with| blocks)?\\s*${KEY}$`, 'i'), 'link', ['key', 'other']],
  [/^(?:draft )?(?:a )?mail (?:to )?(.+)$/i, 'mail', ['name']],
]

/** Reads "comment on HRB-118 …", "assign HRB-118 to Lena", "due HRB-118 2026-11-06"; undefined: it asks for nothing. */
export function askTyped(typed: string): Typed | undefined {
  for (const [form, what, names] of FORMS) {
    const found = form.exec(typed.trim())
    if (!found) continue
    const given = names.map((name, index): [string, string] => [name, found[index + 1]?.trim() ?? ''])
    const filled = given
      .filter(([, value]) => value !== '')
      .map(([name, value]): [string, string] => [name, isKey(name) ? value.toUpperCase() : value])
    return { what, given: Object.fromEntries(filled) }
  }
  return undefined
}

const isKey = (name: string) => name === 'key' || name === 'other'
