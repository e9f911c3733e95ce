/** What a write left behind: the id of the comment or history, and where a person sees it. */
export type JiraReceipt = { id: string; url: string }
