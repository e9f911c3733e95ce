const DONE = /^(done|closed|resolved|released|complete[d]?|cancelled|won't do)$/i
/** Jira puts queues such as "Selected for Development" in the same category as started work. */
const QUEUE = /backlog|to ?do|select|ready|open|new|next|queue|planned|accepted/i

/** A status name that ends work. */
export function isDoneWord(status: string | null): boolean {
  return status !== null && DONE.test(status.trim())
}

/** Work that somebody should be doing now. */
export function isStarted(context: { status: string; statusCategory: string | null }): boolean {
  return (
    context.statusCategory !== 'done' &&
    context.statusCategory !== 'new' &&
    !isDoneWord(context.status) &&
    !QUEUE.test(context.status)
  )
}

/** The change by which work ended. Whether it did end, Jira's own category says; the names are any site's. */
export function isEnd(signal: { kind: string; after: string | null }): boolean {
  return signal.after !== null && (signal.kind === 'status' || signal.kind === 'resolution')
}
