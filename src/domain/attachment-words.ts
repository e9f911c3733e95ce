import type { MailAttachment } from './mail.ts'

/** "plan.pdf, 240 KB", as Outlook lists it. */
export function attachmentWords({ name, bytes }: MailAttachment): string {
  if (bytes === null) return name
  if (bytes < 1_000_000) return `${name}, ${Math.max(1, Math.round(bytes / 1000))} KB`
  return `${name}, ${(bytes / 1_000_000).toFixed(1)} MB`
}
