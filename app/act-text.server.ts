import type { ActPayload } from '#src/domain/act.ts'
import { assertNever } from '#src/domain/assert-never.ts'

/** The whole text of an act, as it will stand where it goes. */
export function textOfAct(payload: ActPayload): string {
  switch (payload.kind) {
    case 'jira_comment':
      return payload.text
    case 'jira_status_change':
      return `${payload.key} becomes "${payload.toStatus}".`
    case 'artefact_update':
      return payload.changes
        .map((change) =>
          change.op === 'add'
            ? `New entry: ${change.item.title}.`
            : `${change.field}: ${change.value ?? 'emptied'}.`,
        )
        .join('\n')
    default:
      return assertNever(payload)
  }
}
