/** Somebody a mail goes to, by name and role. */
export type Recipient = { id: string; name: string; role: string; isExternal: boolean }

/** An act as people read it before it goes. `thread`: the subject of the thread it joins; `mailto` opens it in the PM's own mail program. */
export type Draft = {
  title: string
  to: Recipient[]
  cc: Recipient[]
  subject: string | null
  text: string
  thread: string | null
  mailto: string | null
  /** Whose mark is put under it as it goes; null: none. */
  mark: 'mail' | 'comment' | null
  /** How many are mailed, where a comment says so. */
  mails: number | null
  isEditable: boolean
  isExternal: boolean
}
