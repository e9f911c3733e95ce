import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { Page } from '#app/components/page.tsx'
import { Simulated } from '#app/components/simulated.tsx'
import { cn } from '#app/components/ui/cn.ts'
import { Section } from '#app/components/ui/section.tsx'
import { useNoActs, useNoDocuments, useNoEvents } from '#app/components/use-no-news.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { TurnDial } from '#app/routes/simulation/turn-dial.tsx'
import { services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'
import { simulationRows } from '#app/simulation.server.ts'
import { totalsWords } from '#app/simulation-words.ts'
import { autonomyLevel, DIAL_WORDS } from '#src/domain/project.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Simulation: ${data.setting.name}, ${data.name} · Workbench` : 'Workbench' },
]

const LENGTHS = [7, 14, 30] as const
const query = z.object({
  dial: autonomyLevel.catch('tactical'),
  days: z.coerce.number().pipe(z.literal(LENGTHS)).catch(7),
})

/** The last days under another dial, and what turning to it would do now. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePm(request)
  const { dial, days } = query.parse(Object.fromEntries(new URL(request.url).searchParams))
  const asked = { projectId: params['project'] ?? '', dial, days }
  const { project, simulation, setting, missing } = await orRefuse(services.viewSimulation(asked))
  const { id, name, version } = project
  const dials = autonomyLevel.options.map((level) => ({ level, name: DIAL_WORDS[level] }))
  return { id, name, version, dials, days, setting, missing, simulation: simulationRows(simulation) }
}

export default function Simulation() {
  const { id, name, version, dials, days, setting, missing, simulation } = useLoaderData<typeof loader>()
  useNoActs()
  useNoEvents()
  useNoDocuments()
  const { rows, ...totals } = simulation
  return (
    <Page
      title={`Simulation: ${setting.name}`}
      under={
        <Link to={`/projects/${id}/trust`} className="underline-offset-4 hover:underline">
          {name}: what the agent proposed, judged again
        </Link>
      }
    >
      <div className="flex flex-col gap-8">
        <div className="flex flex-wrap gap-x-8">
          <Choice
            label="Dial"
            choices={dials.map((each) => ({
              ...{ words: each.name, isNow: each.level === setting.level },
              to: `?dial=${each.level}&days=${days}`,
            }))}
          />
          <Choice
            label="Days"
            choices={LENGTHS.map((each) => ({
              ...{ words: `Last ${each} days`, isNow: each === days },
              to: `?dial=${setting.level}&days=${each}`,
            }))}
          />
        </div>
        <Section title="In sum">
          <div className="flex flex-col gap-1 text-[0.9375rem]">
            {totalsWords(totals).map((words) => (
              <p key={words}>{words}</p>
            ))}
          </div>
        </Section>
        <TurnDial projectId={id} version={version} setting={setting} missing={missing} />
        <Section title={`Act by act (${rows.length})`}>
          <Simulated rows={rows} dial={setting.name} />
        </Section>
      </div>
    </Page>
  )
}

type ChoiceProps = { label: string; choices: { words: string; to: string; isNow: boolean }[] }

function Choice({ label, choices }: ChoiceProps) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-1">
        {choices.map(({ words, to, isNow }) => (
          <li key={to}>
            <Link
              to={to}
              preventScrollReset
              aria-current={isNow ? 'true' : undefined}
              className={cn(
                'flex min-h-11 items-center border-b-2 border-transparent px-3 text-[0.9375rem] text-soft hover:text-ink',
                isNow && 'border-deep font-semibold text-ink',
              )}
            >
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
