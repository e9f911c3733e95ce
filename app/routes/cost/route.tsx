import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { When } from '#app/components/moment.tsx'
import { Page } from '#app/components/page.tsx'
import { Records } from '#app/components/ui/records.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import { useMoment } from '#app/components/moment.tsx'
import { useNoActs, useNoDocuments, useNoEvents } from '#app/components/use-no-news.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { callWords, dollars, RUNG_WORDS, stepWords, WHY_WORDS } from '#app/routes/cost/cost-words.ts'
import { services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'
import { counted, dayAndClock, plainDate } from '#app/times.ts'

export const meta: MetaFunction = () => [{ title: 'Cost · Workbench' }]

/** What models have cost, without the words of their answers. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requirePm(request)
  const { calls, ...view } = await orRefuse(services.viewCost())
  return { ...view, calls: calls.map(callWords) }
}

export default function Cost() {
  const {
    today,
    thisMonth,
    rung,
    byStep,
    byProject,
    byRules,
    perSignal,
    perDecision,
    decided,
    days,
    calls,
    pricesFrom,
  } = useLoaderData<typeof loader>()
  useNoActs()
  useNoDocuments()
  useNoEvents()
  const { now, zone } = useMoment()
  return (
    <Page title="Cost" under="What model calls cost, against the limit">
      <div className="flex max-w-4xl flex-col gap-8">
        <div className="grid gap-8 sm:grid-cols-2">
          <Stand title="Today" stand={today} />
          <Stand title="This month" stand={thisMonth} />
        </div>
        <Section title="How it saves">
          <p className="text-[0.9375rem]">
            {RUNG_WORDS[rung.name]}
            {rung.since && ` Since ${dayAndClock(rung.since, now, zone)}`}
            {rung.until && `, until ${dayAndClock(rung.until, now, zone)}`}
            {rung.since && '.'}
          </p>
          {rung.words?.title && <p className="text-[0.9375rem] text-soft">{rung.words.strip}</p>}
        </Section>
        <ByStep {...{ byStep, perSignal, perDecision, decided }} />
        {byProject.length > 0 && (
          <Section title="By project, this month">
            <Records
              label="By project"
              columns={['Project', 'Cost', 'Calls', 'Changes and mails']}
              rows={byProject.map(({ projectId, cost, calls: count, signals }) => ({
                id: projectId ?? 'none',
                cells: [projectId ?? 'no project', dollars(cost), count, signals],
              }))}
            />
          </Section>
        )}
        {byRules.length > 0 && (
          <Section title="Sorted by rules instead">
            <Records
              label="Sorted by rules instead"
              columns={['Step', 'Because', 'Today', 'This month']}
              rows={byRules.map(({ step, why, today: ofToday, month }) => ({
                id: `${step} ${why}`,
                cells: [stepWords(step), WHY_WORDS[why], ofToday, month],
              }))}
            />
          </Section>
        )}
        {days.length > 0 && (
          <Section title="By day">
            <Records
              label="By day"
              columns={['Day', 'Cost', 'Calls']}
              rows={days.map(({ day, spent, calls: count }) => ({
                id: day,
                cells: [plainDate(day), dollars(spent), count],
              }))}
            />
          </Section>
        )}
        {calls.length > 0 && <LastCalls calls={calls} />}
        <p className="text-sm text-soft">Prices from {pricesFrom}.</p>
      </div>
    </Page>
  )
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>

type ByStepProps = Pick<Loaded, 'byStep' | 'perSignal' | 'perDecision' | 'decided'>

function ByStep({ byStep, perSignal, perDecision, decided }: ByStepProps) {
  return (
    <Section title="By step, this month">
      {byStep.length === 0 && <Nothing>No model has been called this month. Rules cost nothing.</Nothing>}
      {byStep.length > 0 && (
        <Records
          label="By step"
          columns={['Step', 'Cost', 'Calls', 'Changes and mails', 'Helped by the cache']}
          rows={byStep.map(({ step, cost, calls: count, signals, cacheHits }) => ({
            id: step,
            cells: [stepWords(step), dollars(cost), count, signals, counted(cacheHits, 'call')],
          }))}
        />
      )}
      {perSignal !== null && (
        <p className="mt-2 text-sm text-soft">
          {dollars(perSignal)} for each change or mail that was asked about;{' '}
          {perDecision === null
            ? 'no decision has been made this month.'
            : `${dollars(perDecision)} for each decision you made (${decided}).`}
        </p>
      )}
    </Section>
  )
}

function LastCalls({ calls }: Pick<Loaded, 'calls'>) {
  return (
    <Section title="Last calls">
      <Records
        label="Last calls"
        columns={['When', 'Step', 'Model', 'Cost', 'How it ended']}
        rows={calls.map(({ id, at, step, model, cost, ended }) => ({
          id,
          cells: [<When key="at" at={at} as="clock" />, stepWords(step), model, dollars(cost), ended],
        }))}
      />
    </Section>
  )
}

type StandProps = { title: string; stand: { spent: number; setApart: number; ceiling: number } }

function Stand({ title, stand: { spent, setApart, ceiling } }: StandProps) {
  return (
    <Section title={title}>
      <p className="text-xl">
        <strong className="font-semibold">{dollars(spent)}</strong>{' '}
        <span className="text-base text-soft">of {dollars(ceiling)}</span>
      </p>
      <meter min={0} max={ceiling} value={spent} aria-hidden className="mt-1 h-2 w-full" />
      {setApart > 0 && (
        <p className="text-sm text-soft">{dollars(setApart)} set apart for calls under way.</p>
      )}
    </Section>
  )
}
