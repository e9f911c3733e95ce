/** Every field of Jira and of mail in which somebody else's words can stand. */
export const JIRA_PLACES = [
  'summary',
  'description',
  'comment',
  'display name',
  'label',
  'version',
  'sprint',
  'custom text',
  'link',
] as const
export const MAIL_PLACES = [
  'subject',
  'body text',
  'body html',
  'sender name',
  'recipient name',
  'attachment name',
] as const
export type JiraPlace = (typeof JIRA_PLACES)[number]
export type MailPlace = (typeof MAIL_PLACES)[number]
