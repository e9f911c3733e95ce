import { Link, useSearchParams } from '@remix-run/react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { attentionReason } from '#app/attention-words.ts'
import { useAgent } from '#app/components/agent-context.ts'
import { useMoment } from '#app/components/moment.tsx'
import { cn } from '#app/components/ui/cn.ts'
import { Strip } from '#app/components/ui/strip.tsx'
import { ActionBar } from '#app/routes/decision/action-bar.tsx'
import { EvidencePane } from '#app/routes/decision/evidence-pane.tsx'
import { Facts } from '#app/routes/decision/facts.tsx'
import { History } from '#app/routes/decision/history.tsx'
import { HowSure, WouldChange } from '#app/routes/decision/how-sure.tsx'
import { Options } from '#app/routes/decision/options.tsx'
import type { Loaded } from '#app/routes/decision/load.server.ts'
import { newsOf } from '#app/routes/decision/news-words.ts'
import type { Missed } from '#app/routes/decision/missed.ts'
import { lostWords, stripOf, type Lost } from '#app/routes/decision/strip-words.ts'
import { DecideBy, TopBar } from '#app/routes/decision/top-bar.tsx'
import { useDecision } from '#app/routes/decision/use-decision.ts'
import { useKeys } from '#app/routes/decision/use-keys.ts'
import { useSwipes } from '#app/routes/decision/use-swipes.ts'
import { sourceNames } from '#app/status-words.ts'
import { inSentence } from '#app/times.ts'
import type { Escalation } from '#src/domain/escalation.ts'

/** The decision: what is known and what can be chosen at the left, what it rests on at the right, the bar below. */
export function DecisionPage({ loaded, missed }: { loaded: Loaded; missed: Missed }) {
  const { asked } = loaded
  const { lost, see } = useLost(missed.lost, asked)
  const { acts, receipts, made, isOpen, undo } = useDecision(loaded)
  const opened = useOpened(asked, isOpen)
  const [wasOpen] = useState(isOpen)
  const selected = useSelectedFact(asked.facts.length)
  useKeys({ previous: loaded.previous, next: loaded.next })
  const swipes = useSwipes(asked.recommendation.optionId, isOpen)
  return (
    <div
      className={cn(
        'decision mx-auto max-w-[1200px] touch-pan-y touch-pinch-zoom px-4 sm:px-6',
        // A receipt is taller than a button, and nothing may lie below it for good.
        !isOpen && 'pb-[40dvh]',
      )}
      {...swipes}
    >
      <TopBar loaded={loaded} isOpen={isOpen} />
      <div className="grid gap-x-12 gap-y-6 lg:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-5">
          <Strips
            loaded={loaded}
            made={made}
            lost={lost}
            isEdited={acts.some(({ outcome }) => outcome === 'edited')}
          />
          <div>
            {isOpen && <DecideBy asked={asked} left={loaded.left} />}
            {isOpen && <p className="text-sm text-soft empty:hidden">{attentionReason(loaded.row)}</p>}
            <h1 className="mt-2 text-2xl leading-tight font-semibold text-pretty sm:text-[1.75rem]">
              {asked.title}
            </h1>
            <p className="mt-2 text-[1.0625rem] text-soft text-pretty">{asked.whyNow}</p>
          </div>
          <Facts facts={asked.facts} selected={selected} />
          <Options loaded={loaded} isOpen={isOpen} />
          <NoAnswer decideBy={asked.decideBy} says={asked.noAnswer} />
        </div>
        <aside className="flex min-w-0 flex-col gap-4 self-start lg:sticky lg:top-6 lg:pt-1">
          <EvidencePane
            projectId={asked.projectId}
            facts={asked.facts}
            mails={loaded.mails}
            selected={selected}
          />
          <HowSure confidence={asked.confidence} />
          <WouldChange>{asked.wouldChange}</WouldChange>
          <History history={loaded.history} projectId={asked.projectId} />
          <ChainLink asked={asked} />
        </aside>
      </div>
      <ActionBar
        loaded={loaded}
        acts={receipts}
        made={made}
        isOpen={isOpen}
        undo={undo}
        moveFocus={wasOpen}
        lost={lost && { ...lost, see }}
        news={newsOf(opened, asked)}
        missed={missed}
      />
    </div>
  )
}

/**
 * A read of the page again, as a push brings it, forgets what the last action answered; who was told stays told, until
 * they have seen the receipt or the choice that won stands no more.
 */
function useLost(latest: Lost | null, asked: Escalation) {
  const [kept, keep] = useState(latest)
  const [seen, setSeen] = useState<string | null>(null)
  useEffect(() => {
    if (latest !== null) keep(latest)
  }, [latest])
  const lost = latest ?? kept
  // The demo's clock can stand: its time alone does not tell one choice from the next.
  const isWinner = asked.status === 'decided' && isSameChoice(asked.decision, lost)
  return { lost: isWinner && seen !== lost?.at ? lost : null, see: () => setSeen(lost?.at ?? null) }
}

const isSameChoice = (a: Pick<Lost, 'at' | 'optionId'>, b: Lost | null) =>
  a.at === b?.at && a.optionId === b.optionId

/** The decision as it was when the reader opened it, or last answered it: what came after that is news to them. */
function useOpened(asked: Escalation, isOpen: boolean): Escalation {
  const [opened, open] = useState(asked)
  if (!isOpen && opened.version < asked.version) open(asked)
  return opened
}

type StripsProps = {
  loaded: Loaded
  made: ReturnType<typeof useDecision>['made']
  lost: Lost | null
  isEdited: boolean
}

function Strips({ loaded, made, lost, isEdited }: StripsProps) {
  const { asked, device, me, observe, paused } = loaded
  const { now, zone } = useMoment()
  const { status, rung } = useAgent()
  const blind =
    status.state === 'blind'
      ? { source: sourceNames(status.blindSources ?? []), since: status.blindSince ?? now }
      : null
  const rulesOnly = rung !== null && rung.title !== null && asked.wordedBy === 'rules'
  const strip = stripOf({
    ...{ asked, made, device, me, observe, paused, blind, now, zone, isEdited },
    rulesOnly: rulesOnly ? rung.header : null,
  })
  if (lost) {
    const [first, second] = lostWords(lost, zone)
    return (
      <LostStrip>
        <p className="font-medium">{first}</p>
        <p>{second}</p>
      </LostStrip>
    )
  }
  return strip && <Strip tone={strip.tone}>{strip.says}</Strip>
}

/** Takes the focus, and so the reader, to what became of their choice. */
function LostStrip({ children }: { children: ReactNode }) {
  const strip = useRef<HTMLDivElement>(null)
  useEffect(() => strip.current?.focus(), [])
  return (
    <div ref={strip} tabIndex={-1} className="scroll-mt-4">
      <Strip tone="care">{children}</Strip>
    </div>
  )
}

/** Where everything stands that this page leaves out. */
function ChainLink({ asked: { projectId, id } }: { asked: Escalation }) {
  return (
    <Link
      to={`/projects/${projectId}/decisions/${id}/chain`}
      className="-mt-4 flex min-h-12 items-center gap-2 border-t border-line text-[0.9375rem] hover:underline"
    >
      <span aria-hidden className="text-soft">
        ▸
      </span>
      Full chain, prompt version, cost
    </Link>
  )
}

function NoAnswer({ decideBy, says }: { decideBy: string | null; says: string }) {
  const { now, zone } = useMoment()
  return (
    <p className="border-t border-line pt-3 text-[0.9375rem]">
      <span className="font-semibold">
        If there is no answer{decideBy && ` by ${inSentence(decideBy, now, zone)}`}:
      </span>{' '}
      {says}
    </p>
  )
}

/** Which fact the address says is open, from 0; -1 for none. */
function useSelectedFact(count: number): number {
  const [query] = useSearchParams()
  const asked = Number(query.get('fact') ?? 0)
  return Number.isInteger(asked) && asked >= 1 && asked <= count ? asked - 1 : -1
}
