import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { useAgent } from '#app/components/agent-context.ts'
import { SourceRows } from '#app/components/source-rows.tsx'
import { BlindSpells } from './blind-spells.tsx'
import { CheckNow } from './check-now.tsx'
import { Connections } from './connections.tsx'
import { keepNeverRead } from './never-read.server.ts'
import { NeverRead } from './never-read.tsx'
import { Interruptions } from './interruptions.tsx'
import { Marks } from './marks.tsx'
import { keepInterruptions, keepMarks } from './preferences.server.ts'
import { Unassigned } from './unassigned.tsx'
import { useMoment, When } from '#app/components/moment.tsx'
import { Page } from '#app/components/page.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import { services } from '#app/services.server.ts'
import { BadInput, orRefuse } from '#app/refusals.server.ts'
import { requirePm } from '#app/session.server.ts'
import { dialRow } from '#app/dial-row.server.ts'
import { statusDetail, statusWords } from '#app/status-words.ts'
import { counted } from '#app/times.ts'
import { SOURCE_WORDS, type CycleRecord } from '#src/domain/cycle.ts'

export const meta: MetaFunction = () => [{ title: 'Agent · Workbench' }]

/** The agent's last checks, what it could not see, and how much it may do in each project. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requirePm(request)
  const [checks, coverage, settings, privacy, selfTest, unassigned, marks, preferences] = await Promise.all([
    services.lastChecks(),
    services.viewCoverage(),
    services.viewDials(),
    services.privacy(),
    services.selfTest(),
    services.unassignedMail(),
    services.viewMarks(),
    services.preferences(),
  ])
  const dials = settings.map(dialRow)
  const { interruptionsADay } = preferences
  const mails = unassigned.map(shownMail)
  return { checks, coverage, dials, privacy, selfTest, mails, marks, interruptionsADay }
}

function shownMail({
  id,
  actor,
  title,
  occurredAt,
}: Awaited<ReturnType<typeof services.unassignedMail>>[number]) {
  return { id, from: actor?.name ?? 'nobody named', title, at: occurredAt }
}

/** What can be asked for here. Check now: a check out of turn; while one is at work, that one is it. */
export async function action({ request }: ActionFunctionArgs) {
  await requirePm(request)
  const form = await request.formData()
  if (form.get('intent') === 'never-read') return await keepNeverRead(form)
  if (form.get('intent') === 'marks') return await keepMarks(form)
  if (form.get('intent') === 'interruptions') return await keepInterruptions(form)
  await orRefuse(askFor(form))
  return redirect('/agent')
}

const assignment = z.object({ projectId: z.string(), signalId: z.string() })

function readAssignment(form: FormData) {
  const read = assignment.safeParse(Object.fromEntries(form))
  if (read.success) return read.data
  throw new BadInput('A mail is given to a project by its name and the project’s key.')
}

async function askFor(form: FormData): Promise<unknown> {
  switch (form.get('intent')) {
    case 'self-test':
      return services.askSelfTest()
    case 'assign':
      return services.assignMail(readAssignment(form))
    default:
      return services.checkNow()
  }
}

export default function Agent() {
  const { checks, coverage, dials, privacy, selfTest, mails, ...preferred } = useLoaderData<typeof loader>()
  const { status, waiting, rung } = useAgent()
  const { now, zone } = useMoment()
  return (
    <Page title={statusWords(status, now, zone, rung).says} under={statusDetail(status, now, waiting)}>
      <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[3fr_2fr]">
        <Section title="Last checks">
          {checks.length === 0 && <Nothing>No check yet.</Nothing>}
          <ol className="divide-y divide-line text-[0.9375rem]">
            {checks.map((check) => (
              <Check key={check.slot} check={check} />
            ))}
          </ol>
        </Section>
        <div className="flex flex-col gap-8">
          <Section title="Sources" aside={<CheckNow />}>
            <SourceRows />
            <NeverRead privacy={privacy} />
          </Section>
          <Section title="As you prefer">
            <Marks marks={preferred.marks} />
            <Interruptions aDay={preferred.interruptionsADay} />
          </Section>
          <Connections test={selfTest} />
          <Unassigned mails={mails} projects={dials.map(({ id }) => id)} />
          <BlindSpells {...coverage} />
          <Section title="Cost">
            <Link
              to="/cost"
              className="flex min-h-11 items-center text-[0.9375rem] text-deep hover:underline"
            >
              What model calls cost, against the limit ›
            </Link>
          </Section>
          <Section title="Settings">
            <Link
              to="/settings"
              className="flex min-h-11 items-center text-[0.9375rem] text-deep hover:underline"
            >
              Working hours and public holidays ›
            </Link>
            <Link
              to="/away"
              className="flex min-h-11 items-center text-[0.9375rem] text-deep hover:underline"
            >
              Going away, and who stands in ›
            </Link>
          </Section>
          <Section title="Memory">
            <ul className="divide-y divide-line text-[0.9375rem]">
              {dials.map(({ id, name }) => (
                <li key={id}>
                  <Link
                    to={`/projects/${id}/memory`}
                    className="flex min-h-11 items-center gap-3 hover:underline"
                  >
                    <span className="font-semibold">{id}</span>
                    <span className="flex-1">{name}</span>
                    <span>What was learned ›</span>
                  </Link>
                </li>
              ))}
            </ul>
          </Section>
          <Section title="Dial">
            <ul className="divide-y divide-line text-[0.9375rem]">
              {dials.map(({ id, words }) => (
                <li key={id}>
                  <Link
                    to={`/projects/${id}/trust`}
                    className="flex min-h-11 items-baseline gap-3 py-2 hover:underline"
                  >
                    <span className="font-semibold">{id}</span>
                    <span className="flex-1">{words} ›</span>
                  </Link>
                </li>
              ))}
            </ul>
          </Section>
        </div>
      </div>
    </Page>
  )
}

function Check({ check: { slot, ended, readings, signals, reason, health = [] } }: { check: CycleRecord }) {
  const ill = health.filter(({ ok }) => !ok)
  const changed = readings.reduce((sum, reading) => sum + reading.changed, 0)
  const told = {
    quiet: readings.every(({ ok }) => ok) ? 'No change.' : 'Not everything could be read.',
    active: `${counted(changed, 'change')} read, ${signals} sorted.`,
    failed: `Failed. ${reason ?? ''}`,
  }
  return (
    <li className={`grid grid-cols-[auto_1fr] gap-x-3 py-2 ${ended === 'quiet' ? 'text-soft' : ''}`}>
      <When at={slot} as="clock" />
      <span className={ended === 'failed' ? 'text-late' : ''}>
        {told[ended]}
        {ill.map(({ source, reason: why }) => ` ${SOURCE_WORDS[source]}: ${why ?? 'no answer'}`)}
      </span>
    </li>
  )
}
