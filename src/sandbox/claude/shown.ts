import { z } from 'zod'
import { unfence } from '#src/agent/prompts/fence.ts'
import { sourceName } from '#src/domain/cycle.ts'
import { recordSignal, type Signal } from '#src/domain/signal.ts'
import { rawSignal } from '#src/domain/raw-signal.ts'

const signal = z.looseObject({
  id: z.string(),
  source: sourceName,
  kind: z.string(),
  ref: z.string(),
  matter: z.string().nullable().default(null),
  at: z.string(),
  title: z.string(),
  by: z.string(),
  text: z.string(),
  before: z.string().nullish(),
  after: z.string().nullish(),
  status: z.string().nullish(),
  priority: z.string().nullish(),
  dueDate: z.string().nullish(),
  flagged: z.boolean().nullish(),
  folder: z.string().nullish(),
  isReply: z.boolean().nullish(),
  to: z.number().nullish(),
  cc: z.number().nullish(),
})
export type ShownSignal = z.infer<typeof signal>

const frame = z.looseObject({
  title: z.string(),
  whyNow: z.string(),
  facts: z.array(z.looseObject({ id: z.string(), text: z.string() })),
  options: z.array(
    z.looseObject({ id: z.string(), drafts: z.array(z.looseObject({ act: z.number(), text: z.string() })) }),
  ),
  recommendation: z.looseObject({ optionId: z.string(), reason: z.string() }),
  wouldChange: z.string(),
})
export type ShownFrame = z.infer<typeof frame>

/** What a prompt of ours shows in its fence. */
export type Shown =
  | { step: 'sanitise' | 'classify'; signals: ShownSignal[] }
  | { step: 'reason'; frame: ShownFrame; reply: string | null }

/** Which of our prompts this is, from the answer it wants, and what it shows; undefined: none of ours. */
export function shownIn(content: string, schema: string): Shown | undefined {
  const fenced = unfence(content)
  const asFrame = frame.safeParse(fenced)
  if (asFrame.success) return { step: 'reason', frame: asFrame.data, reply: replyIn(content) }
  const asSignals = z.object({ signals: z.array(signal) }).safeParse(fenced)
  if (!asSignals.success) return undefined
  return { step: schema.includes('"quote"') ? 'sanitise' : 'classify', signals: asSignals.data.signals }
}

/** What the project manager said of the frame; null where it is shown for the first time. */
function replyIn(content: string): string | null {
  const [, json] = /<reply>(.*)<\/reply>$/s.exec(content) ?? []
  return json === undefined ? null : z.string().parse(JSON.parse(json))
}

/** A signal again, as far as it was shown, for the rules to judge. */
export function signalOf(shown: ShownSignal): Signal {
  const common = {
    ...{
      externalId: shown.id,
      ref: shown.ref,
      title: shown.title,
      url: '',
      occurredAt: shown.at,
      ours: false,
    },
    actor: shown.by === '' ? null : { accountId: shown.by, name: shown.by, email: null },
    ...{ before: shown.before ?? null, after: shown.after ?? null, text: shown.text },
  }
  const { source, kind } = shown
  const raw =
    source === 'outlook'
      ? { ...common, source, kind, project: null, context: letterOf(shown) }
      : { ...common, source, kind, project: shown.ref.split('-')[0] ?? '', context: ticketOf(shown) }
  const seen = { account: 'shown', at: new Date(shown.at), bootstrap: false, unownedSince: null }
  return { ...recordSignal(rawSignal.parse(raw), seen), matterId: shown.matter }
}

function ticketOf({ status, priority, dueDate, flagged, at }: ShownSignal) {
  return {
    ...{ status: status ?? '', statusCategory: null, priority: priority ?? null, dueDate: dueDate ?? null },
    ...{ flagged: flagged ?? false, assignee: null, issueType: 'Task', resolution: null, reporter: null },
    ...{ points: null, sprints: [], versions: [], blocks: [], blockedBy: [], hasCriteria: true },
    ...{ dueDateMoves: 0, about: '', changedAt: at },
  }
}

function letterOf({ folder, isReply, to, cc }: ShownSignal) {
  const people = (count: number) => Array.from({ length: count }, () => ({ name: '', email: '' }))
  return {
    ...{
      messageId: '',
      conversationId: '',
      folder: folder ?? 'inbox',
      from: null,
      isReply: isReply ?? false,
    },
    ...{ to: people(to ?? 1), cc: people(cc ?? 0), attachments: [], quoted: '', hidden: '' },
  }
}
