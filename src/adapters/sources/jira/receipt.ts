/**
 * What a write left behind: the id of the comment or history, and where a person sees it. `before`: what it replaced, by
 * Jira's id and in words; left out where it replaced nothing, or nobody knows.
 */
export type JiraReceipt = {
  id: string
  url: string
  before?: { id: string | null; words: string } | undefined
}
