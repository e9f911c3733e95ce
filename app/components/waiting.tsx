import { Link } from '@remix-run/react'
import type { ActCard } from '#app/act-card.server.ts'
import { actPath, mailsWords, standWords } from '#app/act-words.ts'
import { useAgent } from '#app/components/agent-context.ts'
import { Checks } from '#app/components/checks.tsx'
import { DraftText } from '#app/components/draft-text.tsx'
import { EvidenceList } from '#app/components/evidence-list.tsx'
import { useMoment, When } from '#app/components/moment.tsx'
import { EditForm, Rulings, SendOne } from '#app/components/rulings.tsx'
import { More } from '#app/components/ui/closed.tsx'
import { cn } from '#app/components/ui/cn.ts'
import type { ScreenRow } from '#app/rows.ts'
import { dayAndClock } from '#app/times.ts'

/** `pick`: the form that it can be selected for, together with others. */
type Props = { card: ActCard; row: ScreenRow<'act'> | undefined; to: string; pick?: string }

/** One act that waits: when it goes, whom it reaches, why, every word of it, and what the PM can say. */
export function Waiting({ card, row, to, pick }: Props) {
  const status = row?.status ?? card.status
  const waits = status === 'held' || status === 'awaiting'
  const at = row?.heldUntil ?? card.at
  const act = { ...card, status, version: row?.version ?? card.version }
  return (
    <li className={cn('py-3.5', !waits && 'text-soft')} {...(pick && waits ? ROW : {})}>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="flex items-baseline gap-2">
          {pick && waits && <Pick form={pick} card={card} />}
          <Link to={actPath(card)} className="font-medium underline-offset-4 hover:underline">
            {card.draft.title}
          </Link>
        </span>
        <span className="text-sm">
          <Timing status={status} at={at} outcome={row?.outcome} />
        </span>
      </p>
      <p className="mt-0.5 text-sm text-soft">
        {card.projectId} · {card.why}
        {waits && card.draft.mails !== null && card.draft.mails > 0 && ` ${mailsWords(card.draft.mails)}`}
      </p>
      {status === 'held' && card.because !== null && <GoesThen at={at}>{card.because}</GoesThen>}
      {waits && card.check !== null && <p className="mt-0.5 text-sm font-semibold">{card.check}</p>}
      {waits && card.reasons.length > 0 && (
        <p className="mt-0.5 text-sm text-care">{sentenceOf(card.reasons)}</p>
      )}
      <Reading card={card} act={act} to={to} waits={waits} />
    </li>
  )
}

/** A row that keys go to. */
const ROW = { tabIndex: -1, 'data-row': '' }

/** Selects the row for what is said of several at once. Its label is as large as a finger. */
function Pick({ form, card: { id, projectId, draft } }: { form: string; card: ActCard }) {
  return (
    <label className="-my-3 -ml-2 inline-flex size-11 items-center justify-center self-center">
      <input
        type="checkbox"
        form={form}
        name="act"
        value={`${projectId}/${id}`}
        aria-label={`Select: ${draft.title}`}
        className="size-5 accent-deep"
      />
    </label>
  )
}

/** A manner gave it its time. */
function GoesThen({ at, children }: { at: string; children: string }) {
  const { now, zone } = useMoment()
  return (
    <p className="mt-0.5 text-sm text-care">
      Going out {dayAndClock(at, now, zone)}. {children}
    </p>
  )
}

/** When it goes, or until when it waits; what became of it once it no longer does. */
function Timing({ status, at, outcome }: { status: string; at: string; outcome: string | null | undefined }) {
  const { now, zone } = useMoment()
  const { state } = useAgent().status
  const paused = state === 'paused'
  const stands = state === 'away' && at <= now
  if (status === 'held')
    return (
      <>
        <strong className="font-semibold">
          {stands ? 'waits until you are back' : dayAndClock(at, now, zone)}
        </strong>
        {at > now && Date.parse(at) - Date.parse(now) < 3_600_000 && (
          <span className="text-soft">
            {' '}
            · <When at={at} />
          </span>
        )}
      </>
    )
  if (status === 'awaiting')
    return (
      <span className="text-soft">
        {stands || (paused && at <= now) ? (
          `waits until you ${paused ? 'resume' : 'are back'}`
        ) : (
          <>
            no longer asked after <When at={at} as="clock" />
          </>
        )}
      </span>
    )
  const words = status === 'planned' && paused ? 'waits until you resume' : standWords(status, outcome)
  return <strong className="font-semibold">{words}</strong>
}

type ReadingProps = { card: ActCard; act: Parameters<typeof Rulings>[0]['act']; to: string; waits: boolean }

function Reading({ card, act, to, waits }: ReadingProps) {
  const { draft, before, thing, evidence, confidence } = card
  return (
    <>
      <More summary={`Read the ${thing}`} mark="read">
        <div className="flex flex-col gap-3 pb-3">
          <DraftText draft={draft} before={before} />
          {waits && draft.isEditable && (
            <More summary="Edit" mark="edit">
              <EditForm key={act.version} act={act} draft={draft} to={to} />
            </More>
          )}
          {/* What goes outside is sent from below its text: it has been on screen then. */}
          {waits && draft.isExternal && <SendOne act={act} thing={thing} to={to} read={card.version} />}
          <h3 className="text-sm font-semibold">What it rests on</h3>
          <EvidenceList evidence={evidence} />
          <h3 className="text-sm font-semibold">The four checks</h3>
          <Checks confidence={confidence} />
          {draft.thread !== null && (
            <Link
              to={actPath(card)}
              className="inline-flex min-h-11 items-center text-sm font-medium text-deep"
            >
              The thread it joins ›
            </Link>
          )}
        </div>
      </More>
      {waits && (
        <Rulings act={act} thing={thing} to={to} longer={card.longer} isExternal={draft.isExternal} />
      )}
    </>
  )
}

function sentenceOf(reasons: string[]): string {
  const words = reasons.join('; ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}
