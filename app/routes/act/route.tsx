import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useMemo, type ReactNode } from 'react'
import { cardOf } from '#app/act-card.server.ts'
import { receiptWords, standWords } from '#app/act-words.ts'
import { Checks } from '#app/components/checks.tsx'
import { DraftText } from '#app/components/draft-text.tsx'
import { LastCheck } from '#app/components/last-check.tsx'
import { EvidenceList } from '#app/components/evidence-list.tsx'
import { When } from '#app/components/moment.tsx'
import { Page } from '#app/components/page.tsx'
import { EditForm, Rulings } from '#app/components/rulings.tsx'
import { TakeAway } from '#app/components/take-away.tsx'
import { More } from '#app/components/ui/closed.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { useReadAgain } from '#app/components/use-read-again.ts'
import { useLiveRows } from '#app/live/use-live.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { actRow } from '#app/rows.server.ts'
import { TakeBack } from '#app/routes/act/take-back.tsx'
import { Undoing } from '#app/routes/act/undoing.tsx'
import { Thread } from '#app/routes/act/thread.tsx'
import { services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.card.draft.title ?? 'Act'} · Workbench` },
]

/** One act, whole. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePm(request)
  const { project = '', id = '' } = params
  const view = await orRefuse(services.viewAct(project, id))
  const { act, people, because, longer, thread, isHeavyEdit, undo } = view
  return {
    card: cardOf({ act, people, because, longer, minutesLeft: null }),
    ...{ row: actRow(act), thread, isHeavyEdit },
    ...{ undo, undoneBy: act.undoneBy, compensates: act.compensates },
    askedFor: act.askedFor && act.compensates === null,
    observe: view.project?.autonomyLevel === 'monitoring',
    ofProject: view.project?.id ?? null,
  }
}

export default function Act() {
  const {
    card,
    row: loaded,
    thread,
    isHeavyEdit,
    observe,
    ofProject,
    askedFor,
    ...undoing
  } = useLoaderData<typeof loader>()
  const [row = loaded] = useLiveRows(
    'act',
    useMemo(() => [loaded], [loaded]),
  )
  useReadAgain(row.version > loaded.version)
  const { id, projectId, draft, thing } = card
  const status = row.status ?? card.status
  const waits = status === 'held' || status === 'awaiting'
  const here = `/projects/${projectId}/acts/${id}`
  return (
    <Page
      title={draft.title}
      under={
        <>
          {ofProject !== null && (
            <>
              <Link to={`/projects/${ofProject}`} className="underline-offset-4 hover:underline">
                {ofProject}
              </Link>
              {' · '}
            </>
          )}
          {card.why}
        </>
      }
    >
      <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-8">
          <Stands row={row} card={card} />
          {status === 'planned' && askedFor && <TakeBack act={row} />}
          <Undoing act={row} {...undoing} />
          <Section title="The text">
            <DraftText draft={draft} before={card.before} />
            {card.before && <p className="mt-2 text-sm text-soft">{editWords(isHeavyEdit, card.changed)}</p>}
            {waits && draft.isEditable && (
              <More summary="Edit">
                <EditForm key={row.version} act={row} draft={draft} to={here} />
              </More>
            )}
            {waits && (
              <div className="mt-3">
                <Rulings
                  {...{ act: row, thing, longer: card.longer, to: here, isStill: observe }}
                  read={card.version}
                />
              </div>
            )}
            {(observe || status === 'escalated') && draft.text !== '' && <TakeAway draft={draft} />}
          </Section>
          {thread.length > 0 && <Thread mails={thread} />}
        </div>
        <div className="flex min-w-0 flex-col gap-8">
          {card.evidence.length > 0 && (
            <Section title="What it rests on">
              <EvidenceList evidence={card.evidence} chainIn={projectId} />
            </Section>
          )}
          <Section title="The four checks">
            <Checks confidence={card.confidence} />
          </Section>
          {card.lastCheck && (
            <Section title="Still right?">
              <LastCheck check={card.lastCheck} />
            </Section>
          )}
        </div>
      </div>
    </Page>
  )
}

function editWords(isHeavy: boolean, share: number): string {
  const much = `You changed ${Math.max(1, Math.round(share * 100))} % of its words`
  return isHeavy ? `${much}, which is more than a correction; it counts as another text.` : `${much}.`
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>
type StandsProps = { row: Loaded['row']; card: Loaded['card'] }

/** Where it stands, since when, and what proves it. */
function Stands({ row, card: { at, thing, reasons, because, hold } }: StandsProps) {
  const { status = '', outcome, reason, receiptUrl, updatedAt } = row
  const why = reason ?? reasons.join('; ')
  const isDone = status === 'done'
  return (
    <Section title="How it stands">
      <p className="text-[0.9375rem]">
        <strong className="font-semibold">{capital(standWords(status ?? '', outcome))}</strong>
        {', '}
        <When at={status === 'held' ? (row.heldUntil ?? at) : (updatedAt ?? at)} as="clock" />
        {why && `. ${capital(why)}.`}
        {status === 'held' && because && `. ${because}`}
      </p>
      {status === 'held' && hold && (
        <p className="text-sm text-soft">
          It waits {hold.minutes} min: {hold.says}.{' '}
          <Link to={`/projects/${row.projectId}/trust`} className="text-deep hover:underline">
            Trust ›
          </Link>
        </p>
      )}
      {isDone && <Receipt url={receiptUrl ?? null}>{receiptWords(row)}</Receipt>}
      {status === 'unknown' && (
        <p className="text-sm text-late">It is being checked; this {thing} will not be sent twice.</p>
      )}
    </Section>
  )
}

function Receipt({ url, children }: { url: string | null; children: ReactNode }) {
  if (url === null) return <p className="text-sm text-soft">Receipt: {children}</p>
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      className="inline-flex min-h-11 items-center text-[0.9375rem] text-deep hover:underline"
    >
      {children} ›
    </a>
  )
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
