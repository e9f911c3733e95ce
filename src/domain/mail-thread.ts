/** Mail that belongs to no ticket has a matter of its own, by its thread. */
export function threadId(conversationId: string): string {
  return `thread-${conversationId.replaceAll(/[^A-Za-z0-9]/g, '').slice(-40)}`
}
