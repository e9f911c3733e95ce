/** One field of a ticket, and what it is to hold. Accounts and sprints by the tracker's ids, versions by their names. */
export type FieldEdit =
  | { field: 'assignee'; accountId: string | null }
  | { field: 'flag'; on: boolean }
  | { field: 'due_date'; day: string | null }
  | { field: 'sprint'; id: string | null }
  | { field: 'version'; name: string; into: boolean }
  | { field: 'link'; how: 'blocks' | 'relates to'; other: string }
