import { Promises } from '#app/components/promises.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { useLoaderData } from '@remix-run/react'
import { useAgent } from '#app/components/agent-context.ts'
import { useMoment } from '#app/components/moment.tsx'
import { useNoDocuments } from '#app/components/use-no-news.ts'
import { useLiveRows } from '#app/live/use-live.ts'
import type { LiveRow, ScreenRow } from '#app/rows.ts'
import { Blocked, Seen } from '#app/routes/today/aside.tsx'
import { Back } from '#app/routes/today/back.tsx'
import { Changed } from '#app/routes/today/changed.tsx'
import { DoneWithoutYou } from '#app/routes/today/done-without-you.tsx'
import { GoingOut } from '#app/routes/today/going-out.tsx'
import { loader, type Loaded } from '#app/routes/today/load.server.ts'
import { NeedsYou } from '#app/routes/today/needs-you.tsx'
import { NextDates, Projects } from '#app/routes/today/projects.tsx'
import { ProofLine } from '#app/routes/today/proof-line.tsx'
import { sentenceOf } from '#app/routes/today/sentence.ts'
import { doneWithoutYou, isOpen } from '#app/routes/today/today-lists.ts'
import { StateStrip } from '#app/routes/today/state-strip.tsx'
import { TrustStrip } from '#app/routes/today/trust-strip.tsx'
import { useShown } from '#app/routes/today/use-shown.ts'
import { sourceNames, statusWords, untilWords } from '#app/status-words.ts'
import { dayWords } from '#app/times.ts'
import { SOURCE_WORDS } from '#src/domain/cycle.ts'

export { loader }

export default function Today() {
  const loaded = useLoaderData<typeof loader>()
  const decisions = useLiveRows('escalation', loaded.open, anyDecision)
  const shown = useShown(decisions)
  const acts = useLiveRows('act', loaded.acts, anyButHeld)
  const events = useLiveRows('event', loaded.events, anyEvent)
  const held = acts.filter((act) => act.status === 'held')
  const waiting = acts.filter(({ id }) => loaded.held.some((card) => card.id === id))
  useNoDocuments()
  const { status } = useAgent()
  const seen = <Seen setAside={loaded.setAside} />
  const alone = doneWithoutYou(acts, loaded.since)
  const done = <DoneWithoutYou done={alone} undoable={loaded.undoable} />
  const dates = <DatesAndPromises dates={loaded.dates} promises={loaded.promises} />
  return (
    <div className="mx-auto max-w-[1200px] px-4 sm:px-6">
      <FirstLine decisions={[...shown.visible, ...shown.quiet]} held={held} loaded={loaded} />
      <StateStrip />
      <TrustStrip look={loaded.look} lowered={loaded.lowered} />
      <Back events={loaded.events} />
      <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[3fr_2fr]">
        <div className="flex flex-col gap-8">
          <NeedsYou shown={shown} urgent={loaded.urgent} later={loaded.later} />
          <GoingOut acts={waiting} cards={loaded.held} awaiting={loaded.awaiting} />
          <div id="changed" className="scroll-mt-4">
            <Changed
              events={events}
              since={loaded.since}
              told={new Set(alone.map(({ id }) => id))}
              routine={loaded.routine}
            />
          </div>
          <div className="hidden sm:block">{done}</div>
        </div>
        <div className="flex flex-col gap-8">
          <div className="lg:order-3">
            <Blocked blocked={loaded.blocked} />
          </div>
          <Projects projects={loaded.projects} />
          <div className="hidden sm:block lg:order-2">{dates}</div>
          <div className={status.state === 'blind' ? 'lg:order-4' : 'hidden sm:block lg:order-4'}>{seen}</div>
          <details className="border-t border-line pt-1 sm:hidden">
            <summary className="flex min-h-11 items-center text-[0.9375rem] text-deep">
              ▸ More: done without you, next dates, seen
            </summary>
            <div className="flex flex-col gap-6 pt-2">
              {done}
              {dates}
              {status.state !== 'blind' && seen}
            </div>
          </details>
        </div>
      </div>
      <ProofLine proof={loaded.proof} />
    </div>
  )
}

/** The next days that matter, and what the PM said would be sent. */
function DatesAndPromises({ dates, promises }: Pick<Loaded, 'dates' | 'promises'>) {
  return (
    <div className="flex flex-col gap-8">
      <NextDates dates={dates} />
      {promises.length > 0 && (
        <Section title="You promised">
          <Promises promises={promises} />
        </Section>
      )}
    </div>
  )
}

type LineProps = { decisions: ScreenRow<'escalation'>[]; held: ScreenRow<'act'>[]; loaded: Loaded }

/** The day, and one sentence that says what it asks. */
function FirstLine({ decisions, held, loaded: { read, quiet, healed } }: LineProps) {
  const { now, zone } = useMoment()
  const { status, pausedAt, readings } = useAgent()
  const blind = status.blindSources ?? []
  const seen = readings.filter(({ source, ok }) => ok && !blind.includes(source))
  const { state } = statusWords(status, now, zone)
  const open = decisions.filter(isOpen)
  const isLate = ({ status: so, decideBy }: ScreenRow<'escalation'>) =>
    so === 'expired' || (decideBy !== null && decideBy !== undefined && decideBy < now)
  const since = {
    active: null,
    never: null,
    paused: pausedAt,
    away: null,
    blind: status.blindSince,
    stopped: status.checkedAt,
  }
  const { strong, rest } = sentenceOf({
    now,
    zone,
    read,
    quiet,
    healed: healed && {
      ...healed,
      source: SOURCE_WORDS[healed.source],
      thing: healed.source === 'outlook' ? 'mail' : 'change',
    },
    agent: {
      ...{ state, since: since[state] ?? null, until: untilWords(status.awayUntil ?? null, now, zone) },
      blind: [sourceNames(blind)],
      seen: seen.map(({ source }) => SOURCE_WORDS[source]),
    },
    pending: open.filter((each) => !isLate(each)).map(({ decideBy }) => ({ decideBy: decideBy ?? null })),
    late: open.filter(isLate).length,
    goingOut: held.map(({ kind, heldUntil }) => ({ kind: kind ?? '', at: heldUntil ?? now })),
  })
  return (
    <div className="pt-6 pb-7 sm:pt-9">
      <p className="text-sm text-soft">{dayWords(now, now, zone)}</p>
      <h1 className="mt-1 text-xl leading-snug text-balance sm:text-[1.625rem]">
        <strong className="font-semibold">{strong}</strong>
        {/^[,.]/.test(rest) || rest === '' ? rest : ` ${rest}`}
      </h1>
    </div>
  )
}

/** Also those that are decided meanwhile: a row that one reads does not vanish. */
const anyDecision = (pushed: LiveRow<'escalation'>): ScreenRow<'escalation'> => pushed
/** What is held is read with its text and its reason, which no push carries. */
const anyButHeld = (pushed: LiveRow<'act'>): ScreenRow<'act'> | undefined =>
  pushed.status === 'held' ? undefined : pushed
const anyEvent = (pushed: LiveRow<'event'>): ScreenRow<'event'> => pushed
