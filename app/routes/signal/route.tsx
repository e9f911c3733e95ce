import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ChainActs } from '#app/components/chain-acts.tsx'
import { ChainAsked } from '#app/components/chain-asked.tsx'
import { Page } from '#app/components/page.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import { useNoActs, useNoEvents } from '#app/components/use-no-news.ts'
import { readForm } from '#app/form.server.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { actRow, escalationRow } from '#app/rows.server.ts'
import { dollars } from '#app/routes/cost/cost-words.ts'
import { RawText, ReadFacts } from '#app/routes/signal/raw-text.tsx'
import { Sorted } from '#app/routes/signal/sorted.tsx'
import { Wrong } from '#app/routes/signal/wrong.tsx'
import { services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'
import { signalIdIn, signalPath } from '#app/signal-path.ts'
import { importance } from '#src/domain/verdict.ts'

export const meta: MetaFunction<typeof loader> = () => [{ title: 'Full chain · Workbench' }]

const placeOf = (params: Record<string, string | undefined>) => ({
  projectId: params['project'] ?? '',
  signalId: signalIdIn(params['id']),
})

/** One signal, and everything that was made of it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePm(request)
  const view = await orRefuse(services.viewSignal(placeOf(params)))
  const { signal, project, line, asked, cost, precedent, learned, lesson } = view
  return {
    ...{ signal, line, asked, cost, precedent, learned, lesson, projectId: project.id },
    decisions: view.decisions.map(escalationRow),
    acts: view.acts.map((act) => ({ row: actRow(act), gate: act.gate })),
  }
}

const form = z.object({ importance })

/** Wrong: the PM says what is right. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { name: by } = await requirePm(request)
  const asked = await orRefuse(readForm(request, form))
  const place = placeOf(params)
  await orRefuse(services.correctSignal({ ...place, ...asked, by }))
  return redirect(signalPath(place.projectId, place.signalId))
}

export default function FullChain() {
  const loaded = useLoaderData<typeof loader>()
  const { signal, line, asked, cost, decisions, acts, projectId } = loaded
  useNoActs()
  useNoEvents()
  return (
    <Page
      title={<span data-private>{line}</span>}
      under={
        <>
          <Link to={`/projects/${projectId}`} className="underline-offset-4 hover:underline">
            {projectId}
          </Link>{' '}
          · Full chain, {dollars(cost)}
        </>
      }
    >
      <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-8">
          <RawText signal={signal} />
          <ReadFacts facts={signal.facts} setAside={signal.setAside} />
          <Section title="Asked of models">
            <ChainAsked {...asked} />
          </Section>
        </div>
        <div className="flex min-w-0 flex-col gap-8">
          <Sorted verdict={signal.verdict} precedent={loaded.precedent} />
          <Wrong lesson={loaded.lesson} learned={loaded.learned} projectId={projectId} />
          <Section title="Decisions that rest on it">
            {decisions.length === 0 && <Nothing>None.</Nothing>}
            <ul className="divide-y divide-line text-[0.9375rem]">
              {decisions.map(({ id, title, status }) => (
                <li key={id}>
                  <Link
                    to={`/projects/${projectId}/decisions/${id}`}
                    className="flex min-h-11 items-center justify-between gap-3 hover:underline"
                  >
                    <span>{title}</span>
                    <span className="text-sm text-soft">{status}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </Section>
          <Section title="Acts that rest on it">
            <ChainActs acts={acts} none="None." />
          </Section>
        </div>
      </div>
    </Page>
  )
}
