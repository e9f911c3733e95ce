import { RAID_FIELD_WORDS } from '#app/document-words/change-lines.ts'
import { fieldsOf, ragWord, type Fields } from '#app/document-words/fields.ts'
import type { ArtefactChange } from '#src/domain/artefact.ts'
import type { DocumentChange } from '#src/domain/document-change.ts'
import type { Evidence } from '#src/domain/evidence.ts'
import type { Revert } from '#src/domain/revert.ts'

/** What differs: `before` null where it is new or not known, `after` null where it is gone. */
export type Line = { what: string; before: string | null; after: string | null }

/** One version's change of a document in words, with what it rests on. */
export type Diff = {
  version: number
  at: string
  actId: string
  /** It took the change before it back. */
  isUndo: boolean
  lines: Line[]
  evidence: Evidence[]
}

/** What a document is known to say, by section or by field of an entry. */
type Known = ReadonlyMap<string, Fields>

/** Changes of one document in words, newest first: each field's old value is what an earlier change set it to. */
export function diffsOf(changes: ArtefactChange[], titleOf: (entryId: string) => string): Diff[] {
  let known: Known = new Map()
  let before: Known = known
  const diffs: Diff[] = []
  for (const { version, at, actId, changes: made } of [...changes].sort((a, b) => a.version - b.version)) {
    const isUndo = made.some((change) => change.op === 'restore')
    const next = isUndo ? before : made.reduce((so, change) => applied(so, change, titleOf), known)
    diffs.unshift({
      ...{ version, at, actId, isUndo },
      lines: isUndo ? between(known, next) : made.flatMap((change) => linesOf(change, known, titleOf)),
      evidence: unique(made.flatMap((change) => change.evidence)),
    })
    before = known
    known = next
  }
  return diffs
}

/** The same lines the other way round: what taking the change back will restore. */
export function reversed(lines: Line[]): Line[] {
  return lines.map(({ what, before, after }) => ({ what, before: after, after: before }))
}

type TitleOf = (entryId: string) => string

function applied(known: Known, change: DocumentChange, titleOf: TitleOf): Known {
  const [name, fields] = keyed(change, known, titleOf)
  return name === null ? known : new Map([...known, [name, fields]])
}

/** Where a change's value is kept, and the value as fields. */
function keyed(change: DocumentChange, known: Known, titleOf: TitleOf): [string | null, Fields] {
  switch (change.op) {
    case 'add': {
      const { id, title, kind, ...item } = change.item
      const named = RAID_FIELDS.map((field): [string, string] => [
        fieldName(title, field),
        item[field] ?? 'empty',
      ])
      return [id, new Map([[title, `New ${kind}`], ...named])]
    }
    case 'set': {
      const fields = known.get(change.itemId) ?? new Map<string, string>()
      const title = titleOf(change.itemId)
      return [change.itemId, new Map([...fields, [fieldName(title, change.field), change.value ?? 'empty']])]
    }
    case 'section':
      return [change.section, fieldsOf(change.section, change.value)]
    case 'entry':
      return [change.entry.id, new Map([[change.entry.title, change.entry.decision]])]
    case 'rag':
      return ['rag', new Map([['RAG', ragWord(change.value)]])]
    case 'milestone':
      return [`milestone ${change.name}`, new Map([[change.name, `due on ${change.dueOn}`]])]
    case 'revert':
    case 'restore':
      return [null, NOTHING]
  }
}

const NOTHING: Fields = new Map<string, string>()

const RAID_FIELDS = ['status', 'severity', 'owner', 'mitigation', 'resolution', 'dueAt'] as const

const fieldName = (title: string, field: (typeof RAID_FIELDS)[number]) =>
  `${title}: ${RAID_FIELD_WORDS[field]}`

function linesOf(change: DocumentChange, known: Known, titleOf: TitleOf): Line[] {
  if (change.op === 'revert') return change.reverts.map((each) => backLine(each, titleOf))
  const [name, after] = keyed(change, known, titleOf)
  if (name === null) return []
  if (change.op === 'add')
    return [{ what: change.item.title, before: null, after: `new ${change.item.kind}` }]
  return compared(known.get(name), after)
}

function between(from: Known, to: Known): Line[] {
  const names = new Set([...from.keys(), ...to.keys()])
  return [...names].flatMap((name) => compared(from.get(name) ?? NOTHING, to.get(name) ?? NOTHING))
}

/** Without a known earlier value only what is so now can be told. */
function compared(before: Fields | undefined, after: Fields): Line[] {
  const names = [...new Set([...(before?.keys() ?? []), ...after.keys()])]
  return names.flatMap((what) => {
    const [was, is] = [before?.get(what) ?? null, after.get(what) ?? null]
    return was === is ? [] : [{ what, before: was, after: is }]
  })
}

function unique(evidence: Evidence[]): Evidence[] {
  const key = ({ signalId, text }: Evidence) => `${signalId}\n${text}`
  return [...new Map(evidence.map((each) => [key(each), each])).values()]
}

/** One place that was taken back; a whole section or entry is named and not read out. */
function backLine({ path: [section = '', id, field], left, was, isNew }: Revert, titleOf: TitleOf): Line {
  const what = id === undefined ? section : field === undefined ? titleOf(id) : `${titleOf(id)}: ${field}`
  const words = (value: Revert['left']) =>
    typeof value === 'string' ? value : value === null ? 'empty' : 'as it was'
  return isNew
    ? { what, before: 'there', after: null }
    : { what, before: field ? words(left) : null, after: words(was) }
}
