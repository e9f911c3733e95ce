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
import { Checks } from '#app/components/checks.tsx'
import { When } from '#app/components/moment.tsx'
import { Page } from '#app/components/page.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { useNoActs, useNoEvents } from '#app/components/use-no-news.ts'
import { readForm } from '#app/form.server.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { actRow } from '#app/rows.server.ts'
import { NeedNotAsk } from '#app/routes/chain/need-not-ask.tsx'
import { RestsOn } from '#app/routes/chain/rests-on.tsx'
import { dollars } from '#app/routes/cost/cost-words.ts'
import { services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'
import { bandOf } from '#src/domain/verdict.ts'

export const meta: MetaFunction = () => [{ title: 'Full chain · Workbench' }]

/** A decision, everything it was made of, and everything that was made of it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePm(request)
  const { project: projectId = '', id = '' } = params
  const view = await orRefuse(services.viewChain({ projectId, id }))
  const { asked, calls, cost, learned, lesson } = view
  return {
    ...{ asked, calls, cost, learned, lesson },
    signals: view.signals.map(({ signal: { id: signalId, verdict, occurredAt }, line }) => ({
      ...{ id: signalId, line, at: occurredAt },
      sorted: verdict && { band: bandOf(verdict.importance), rule: verdict.rule },
    })),
    acts: view.acts.map((act) => ({ row: actRow(act), gate: act.gate })),
  }
}

const form = z.object({ scope: z.enum(['matter', 'sort']) })

/** Wrong: it should not have been raised. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { name: by } = await requirePm(request)
  const { scope } = await orRefuse(readForm(request, form))
  const { project: projectId = '', id = '' } = params
  await orRefuse(services.correctDecision({ projectId, escalationId: id, scope, by }))
  return redirect(`/projects/${projectId}/decisions/${id}/chain`)
}

export default function DecisionChain() {
  const { asked, signals, calls, acts, cost, learned, lesson } = useLoaderData<typeof loader>()
  const { projectId, id, title, rule, wordedBy, importance, createdAt, version, status } = asked
  useNoActs()
  useNoEvents()
  return (
    <Page
      title={title}
      under={
        <>
          <Link to={`/projects/${projectId}/decisions/${id}`} className="underline-offset-4 hover:underline">
            The decision
          </Link>{' '}
          · Full chain, {dollars(cost)}
        </>
      }
    >
      <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-8">
          <RestsOn signals={signals} facts={asked.facts} projectId={projectId} />
          <Section title="Asked of models">
            <ChainAsked {...calls} />
          </Section>
          <Section title="Acts of your choice">
            <ChainActs acts={acts} none="No act has come of it." />
          </Section>
        </div>
        <div className="flex min-w-0 flex-col gap-8">
          <Section title="Raised">
            <p className="text-[0.9375rem]">
              By playbook {rule}, <When at={createdAt} as="clock" />; now {status}.
            </p>
            <p className="text-sm text-soft">
              Importance {importance} · worded by {wordedBy === 'rules' ? 'rules' : 'a model'} · version{' '}
              {version} · {asked.episode}
            </p>
          </Section>
          <Section title="The four checks">
            <Checks confidence={asked.confidence} />
          </Section>
          <NeedNotAsk lesson={lesson} learned={learned} asked={asked} />
        </div>
      </div>
    </Page>
  )
}
