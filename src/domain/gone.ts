import type { JiraRaw } from './raw-signal.ts'

/** As much of a ticket as is needed to say that it went. */
type Ticket = Pick<JiraRaw, 'source' | 'project' | 'ref' | 'title' | 'url' | 'context'>

const ID = 'gone-'

/**
 * A tracker tells of no deletion, and a ticket that is moved goes on under another key: what stood under this one is over.
 * The same ticket goes only once, so its id is its key.
 */
export function goneRaw(ticket: Ticket, movedTo: string | null, at: string): JiraRaw {
  const after = movedTo === null ? 'no longer there' : `now ${movedTo}`
  return {
    ...ticket,
    ...{ externalId: `${ID}${ticket.ref}`, kind: 'resolution', actor: null, occurredAt: at },
    ...{ before: null, after, ours: false },
    text:
      movedTo === null
        ? `${ticket.ref} is no longer there: it was deleted, or may no longer be seen.`
        : `${ticket.ref} is now ${movedTo}.`,
    context: { ...ticket.context, statusCategory: 'done', flagged: false, sprints: [], resolution: after },
  }
}

export function isGone({ externalId }: { externalId: string }): boolean {
  return externalId.startsWith(ID)
}
