import { redirect, type ActionFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { Page } from '#app/components/page.tsx'
import { Simulated } from '#app/components/simulated.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { useNoActs, useNoDocuments, useNoEvents } from '#app/components/use-no-news.ts'
import { readForm } from '#app/form.server.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { CalibrationChart } from '#app/routes/trust/calibration-chart.tsx'
import { CleanDays } from '#app/routes/trust/clean-days.tsx'
import { Ladders } from '#app/routes/trust/ladders.tsx'
import { loader, type Loaded } from '#app/routes/trust/load.server.ts'
import { SpotChecks } from '#app/routes/trust/spot-checks.tsx'
import { services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'
import { totalsWords } from '#app/simulation-words.ts'

export { loader }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Trust, ${data.name} · Workbench` : 'Workbench' },
]

const form = z.object({ id: z.string(), verdict: z.enum(['right', 'wrong']) })

/** Says of something that was done alone whether it was right. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { name: by } = await requirePm(request)
  const projectId = params['project'] ?? ''
  const asked = await orRefuse(readForm(request, form))
  await orRefuse(services.markSpotCheck({ ...asked, projectId, by }))
  return redirect(`/projects/${encodeURIComponent(projectId)}/trust#spot-checks`)
}

/** What the trust in the agent rests on: days, the PM's words on what it proposed and did, and what that has earned. */
export default function Trust() {
  const loaded = useLoaderData<typeof loader>()
  const { id, name, ladders, days, earned, calibration, spotChecks } = loaded
  useNoActs()
  useNoEvents()
  useNoDocuments()
  return (
    <Page
      title="Trust"
      under={
        <Link to={`/projects/${id}`} className="underline-offset-4 hover:underline">
          {name}
        </Link>
      }
    >
      <div className="flex flex-col gap-8">
        <DialNow loaded={loaded} />
        <DryRun loaded={loaded} />
        <SpotChecks checks={spotChecks} projectId={id} />
        <CleanDays days={days} earned={earned} />
        <CalibrationChart calibration={calibration} />
        <Ladders ladders={ladders} />
      </div>
    </Page>
  )
}

function DialNow({ loaded: { id, dial, level, next } }: { loaded: Loaded }) {
  const link = 'flex min-h-11 items-center text-[0.9375rem] text-deep hover:underline'
  return (
    <Section title="Dial">
      <p className="text-[0.9375rem] font-medium">{dial}</p>
      {next && (
        <>
          <p className="text-[0.9375rem]">
            {next.name}: {next.missing ?? 'earned.'}
          </p>
          <Link to={`/projects/${id}/simulation?dial=${next.level}`} className={link}>
            The last days at {next.name}, and the way to it ›
          </Link>
        </>
      )}
      {!next && (
        <Link to={`/projects/${id}/simulation?dial=${level}`} className={link}>
          The last days under another dial ›
        </Link>
      )}
    </Section>
  )
}

/** At Observe the simulation is always on. */
function DryRun({ loaded: { dryRun } }: { loaded: Loaded }) {
  if (!dryRun) return null
  const { rows, ...totals } = dryRun
  return (
    <Section title="Would have done, at Act, in the last 7 days">
      <div className="mb-2 text-[0.9375rem]">
        {totalsWords(totals).map((words) => (
          <p key={words}>{words}</p>
        ))}
      </div>
      <Simulated rows={rows} dial="Act" />
    </Section>
  )
}
