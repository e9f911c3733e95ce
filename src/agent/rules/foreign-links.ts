/** What a mail client, or Jira, makes a link of by itself. */
const LINK =
  /\b(?:[a-z][a-z0-9+.-]*:\/\/|www\.|javascript:(?=\S)|data:(?=[a-z]+\/))[^\s<>"']*|\/\/[\w-]+\.[^\s<>"']*/gi
const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

/**
 * A text of ours without what anybody could be led to. Its sentences are the rules', which know no link; but the names in
 * them (of a ticket, a version, a sprint, a person) are whatever somebody typed, and it goes out in the PM's name.
 */
export function withoutLinks(text: string): string {
  return text.replace(LINK, '[link]').replace(ADDRESS, '[address]')
}
