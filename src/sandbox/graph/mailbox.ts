import type { Message } from '@microsoft/microsoft-graph-types'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import type { Vendor } from '#src/sandbox/vendor/value.ts'
import type { Journal, WriteRecord } from './journal.ts'
import { folderAt, opaque, scenarioMails, type ScenarioMail } from './stays.ts'

/** A message where it lies at a moment. `folder` is a well-known name. */
export type Held = { id: string; folder: string; message: Vendor; attachments: Vendor[] }

/** Since when a delta is asked: a moment of the scenario, and so many of our own writes. */
export type Since = { at: number; writes: number }

/** What came into a folder or changed in it, and the ids of what left. */
export type Changes = { came: Held[]; flagged: Held[]; left: { id: string; reason: 'deleted' | 'changed' }[] }

/** The PM's mailbox as it is at a moment (`at` in epoch ms): the scenario's mail with our own writes laid over it. */
export type Mailbox = {
  address: string
  owner: { name: string; address: string }
  journal: Journal
  /** Every folder in which a mail of the scenario ever lies. */
  folders: readonly string[]
  held: (at: number) => Held[]
  find: (id: string, at: number) => Held | undefined
  changes: (folder: string, since: Since | undefined, at: number) => Changes
  changedBetween: (from: Date, to: Date) => boolean
  /** An id and a header for the next thing written. */
  nextNames: () => { id: string; internetMessageId: string; conversationId: string }
}

/** Lays the journal over the scenario. */
export function openMailbox(scenario: Scenario, journal: Journal): Mailbox {
  const mails = scenarioMails(scenario)
  const { pm } = scenario
  const held = (at: number): Held[] => [
    ...mails.flatMap((mail) => heldOf(mail, at, journal.all())),
    ...journal
      .all()
      .flatMap((record) => (record.kind === 'draft' ? writtenOf(record, journal.all(), pm) : [])),
  ]
  return {
    address: pm.email.toLowerCase(),
    owner: { name: pm.name, address: pm.email },
    journal,
    folders: [...new Set(mails.flatMap(({ stays }) => stays.flatMap(({ folder }) => folder ?? [])))],
    held,
    find: (id, at) => held(at).find((it) => it.id === id),
    changes: (folder, since, at) => changesOf(mails, journal.all(), { folder, since, at, now: held(at) }),
    changedBetween: (from, to) => {
      const between = (at: number) => at > from.getTime() && at <= to.getTime()
      return (
        mails.some(({ stays }) => stays.some((stay) => between(stay.from))) ||
        journal.all().some((record) => between(Date.parse(record.at)))
      )
    },
    nextNames: () => {
      const name = `written-${journal.all().length}`
      const domain = pm.email.split('@')[1] ?? 'double.example'
      return {
        id: `AAkALg${opaque(`${pm.email}/${name}`)}`,
        internetMessageId: `<${name}@${domain}>`,
        conversationId: `AAQkADc${opaque(`${pm.email}/${name}`)}`,
      }
    },
  }
}

function heldOf(mail: ScenarioMail, at: number, writes: readonly WriteRecord[]): Held[] {
  const folder = folderAt(mail, at)?.folder
  if (folder === undefined || folder === null) return []
  const patched = patchesOf(mail.id, writes)
  return [{ id: mail.id, folder, message: { ...mail.message, ...patched }, attachments: mail.attachments }]
}

/** A draft of ours, or what became of it. */
function writtenOf(
  { id, at, message }: Extract<WriteRecord, { kind: 'draft' }>,
  writes: readonly WriteRecord[],
  pm: Scenario['pm'],
): Held[] {
  const sent = writes.find((it) => it.kind === 'send' && it.id === id)
  const time = sent?.at ?? at
  const sender = { emailAddress: { name: pm.name, address: pm.email } }
  const stamped = {
    createdDateTime: at,
    receivedDateTime: time,
    sentDateTime: time,
    isDraft: sent === undefined,
    isRead: true,
    hasAttachments: false,
    from: sender,
    sender,
    webLink: `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(id)}`,
  } satisfies Message
  const whole = { ...message, ...patchesOf(id, writes), ...stamped, id }
  return [{ id, folder: sent ? 'sentitems' : 'drafts', message: whole, attachments: [] }]
}

function patchesOf(id: string, writes: readonly WriteRecord[]): Vendor {
  return writes.reduce<Vendor>(
    (all, it) => (it.kind === 'patch' && it.id === id ? { ...all, ...it.changes } : all),
    {},
  )
}

type Asked = { folder: string; since: Since | undefined; at: number; now: readonly Held[] }

function changesOf(mails: readonly ScenarioMail[], writes: readonly WriteRecord[], asked: Asked): Changes {
  const { folder, since, at, now } = asked
  const before = since?.at ?? -Infinity
  const later = new Set(
    writes.slice(since?.writes ?? 0).flatMap((it) => (it.kind === 'draft' ? [] : [it.id])),
  )
  const stays = new Map(mails.map((mail) => [mail.id, mail]))
  const isNew = ({ id }: Held) => {
    const mail = stays.get(id)
    if (mail === undefined)
      return writes.slice(since?.writes ?? 0).some((it) => it.kind === 'send' && it.id === id)
    return (folderAt(mail, at)?.from ?? 0) > before
  }
  const here = now.filter((it) => it.folder === folder)
  const left = mails.filter(
    (mail) => folderAt(mail, before)?.folder === folder && folderAt(mail, at)?.folder !== folder,
  )
  return {
    came: here.filter(isNew),
    flagged: here.filter((it) => later.has(it.id) && !isNew(it)),
    left: left.map((mail) => ({
      id: mail.id,
      reason: folderAt(mail, at)?.folder === null ? 'deleted' : 'changed',
    })),
  }
}
