import { fieldsOf, ragWord } from '#app/document-words/fields.ts'
import type { DocumentChange } from '#src/domain/document-change.ts'

/** What a change will write, in lines of words. */
export function changeLines(change: DocumentChange): string[] {
  switch (change.op) {
    case 'add':
      return [`New ${change.item.kind}: ${change.item.title}.`]
    case 'set':
      return [`${capital(RAID_FIELD_WORDS[change.field])}: ${change.value ?? 'emptied'}.`]
    case 'section':
      return [...fieldsOf(change.section, change.value)].map(([name, words]) =>
        words === 'listed' ? `${name}.` : `${name}: ${words}.`,
      )
    case 'entry':
      return [`New decision: ${change.entry.title}. ${change.entry.decision}.`]
    case 'rag':
      return [`RAG: ${ragWord(change.value)}.`]
    case 'revert':
      return change.reverts.map(({ path, isNew }) =>
        isNew ? `${path.join(', ')} goes.` : `${path.join(', ')}: as it was before.`,
      )
    case 'milestone':
      return [`${change.name}: due on ${change.dueOn}.`]
    case 'restore':
      return ['The document becomes what it was before its last change.']
  }
}

/** A field of a RAID entry, as people call it. */
export const RAID_FIELD_WORDS: Record<Extract<DocumentChange, { op: 'set' }>['field'], string> = {
  status: 'status',
  severity: 'severity',
  owner: 'owner',
  mitigation: 'mitigation',
  resolution: 'resolution',
  dueAt: 'due date',
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
