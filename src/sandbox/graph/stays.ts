import { createHash } from 'node:crypto'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import { isVendor, type Vendor } from '#src/sandbox/vendor/value.ts'

/** A mail of the scenario: its message, and where it lay from when on. `folder` null: deleted for good. */
export type ScenarioMail = { id: string; message: Vendor; stays: Stay[]; attachments: Vendor[] }
type Stay = { from: number; folder: string | null }

/** The scenario's mails as Graph would hold them: what a file leaves out is filled in, what it says stays as it is. */
export function scenarioMails(scenario: Scenario): ScenarioMail[] {
  return scenario.mail.map((file, index) => mailOf(file, index, scenario))
}

/** Where a mail lies at a moment: undefined before it came, null after it was deleted. */
export function folderAt({ stays }: ScenarioMail, at: number): Stay | undefined {
  return stays.findLast((stay) => stay.from <= at)
}

/** A name that says nothing, the same for the same words. */
export function opaque(words: string): string {
  return createHash('sha256').update(words).digest('base64url').slice(0, 32)
}

function mailOf(file: Scenario['mail'][number], index: number, { pm, folder }: Scenario): ScenarioMail {
  const own = Object.fromEntries(
    Object.entries(file).filter(([name]) => !name.startsWith('_') && !ELSEWHERE.has(name)),
  )
  const attachments = listOf(file.attachments).filter(isVendor)
  const isOurs = addressOf(own.from) === pm.email.toLowerCase()
  const received = new Date(file.receivedDateTime)
  const id = file.id ?? `AAkALg${opaque(`${folder}/${textOf(own.internetMessageId) || index}`)}`
  const first = textOf(own.parentFolderId).toLowerCase() || (isOurs ? 'sentitems' : 'inbox')
  const subject = textOf(own.subject)
  const at = received.toISOString().replace('.000Z', 'Z')
  return {
    id,
    attachments,
    message: {
      createdDateTime: at,
      sentDateTime: at,
      subject: '',
      bodyPreview: textOf(isVendor(own.body) ? own.body.content : '').slice(0, 255),
      importance: 'normal',
      conversationId: `AAQkADc${opaque(subject.replace(/^((re|fwd?|aw|sv):\s*)+/i, '').toLowerCase())}`,
      internetMessageId: `<${id}@double.example>`,
      isRead: false,
      isDraft: false,
      webLink: `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(id)}&exvsurl=1&viewmodel=ReadMessageItem`,
      body: { contentType: 'text', content: '' },
      sender: own.from ?? null,
      from: null,
      toRecipients: isOurs ? [] : [{ emailAddress: { name: pm.name, address: pm.email } }],
      ccRecipients: [],
      bccRecipients: [],
      replyTo: [],
      internetMessageHeaders: [],
      hasAttachments: attachments.length > 0,
      ...(file.sensitivity && { singleValueExtendedProperties: [markOf(file.sensitivity)] }),
      ...own,
      receivedDateTime: at,
      id,
    },
    stays: staysOf(file, { from: received.getTime(), folder: first }),
  }
}

/** What a scenario's file says of a mail, and Graph does not among its fields. */
const ELSEWHERE = new Set(['attachments', 'sensitivity'])

/** A message's mark is a MAPI property at Microsoft's. */
function markOf(sensitivity: NonNullable<Scenario['mail'][number]['sensitivity']>) {
  return {
    id: 'Integer 0x36',
    value: String(['normal', 'personal', 'private', 'confidential'].indexOf(sensitivity)),
  }
}

function staysOf(file: Scenario['mail'][number], first: Stay): Stay[] {
  const moved = file._movedAt
    ? [{ from: Date.parse(file._movedAt.at), folder: file._movedAt.to.toLowerCase() }]
    : []
  const deleted = file._deletedAt ? [{ from: Date.parse(file._deletedAt), folder: null }] : []
  return [first, ...moved, ...deleted].sort((a, b) => a.from - b.from)
}

function addressOf(from: unknown): string {
  const address = isVendor(from) && isVendor(from.emailAddress) ? from.emailAddress.address : ''
  return textOf(address).toLowerCase()
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
