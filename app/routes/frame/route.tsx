import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useMatches } from '@remix-run/react'
import { AgentContext } from '#app/components/agent-context.ts'
import { MomentContext } from '#app/components/moment.tsx'
import { LiveProvider } from '#app/live/live-provider.tsx'
import { orRefuse } from '#app/refusals.server.ts'
import { unlessQueryOnly } from '#app/revalidation.ts'
import { statusRow } from '#app/rows.server.ts'
import { isAway } from '#src/domain/away.ts'
import { coverWords } from '#src/domain/cover-words.ts'
import { isCovering } from '#app/cover.server.ts'
import { Covered, CoverStrip } from '#app/routes/frame/cover-toggle.tsx'
import { DemoStrip } from '#app/routes/frame/demo-strip.tsx'
import { Header } from '#app/routes/frame/header.tsx'
import { LinkStrip } from '#app/routes/frame/link-strip.tsx'
import { Loading } from '#app/routes/frame/loading.tsx'
import { NewDecision } from '#app/routes/frame/new-decision.tsx'
import { Places } from '#app/routes/frame/places.tsx'
import { useStatus } from '#app/routes/frame/use-status.ts'
import { services } from '#app/services.server.ts'
import { requirePm, sessionCookie } from '#app/session.server.ts'

export const shouldRevalidate = unlessQueryOnly

/** Who is signed in, how the agent is, and what time it is. */
export async function loader({ request }: LoaderFunctionArgs) {
  const session = await requirePm(request)
  const { pm, status, running } = await orRefuse(services.viewStatus())
  const [{ businessNow, demo, rate }, projects] = [services.pace(), await services.listProjects()]
  const covering = await isCovering(request)
  return data(
    {
      name: session.name,
      moment: { now: businessNow.toISOString(), zone: pm.workingHours.timeZone },
      status: statusRow(status, running),
      readings: running?.readings ?? [],
      pausedAt: running?.pausedAt ?? null,
      waiting: await services.countWaiting(),
      waited: running?.paused || running?.away ? countWaited(await services.waitedWhilePaused()) : null,
      away: running?.away
        ? {
            until: running.away.until,
            deputy: running.away.deputy?.name ?? null,
            tells: running.away.deputy?.news ?? false,
            isOver: !isAway(running.away, businessNow),
          }
        : null,
      cover: covering ? coverWords(await services.listPeople()) : null,
      rung: await services.viewRung(),
      marks: (await services.viewMarks()).now,
      demo: demo ? { name: projects[0]?.name ?? 'no project', stopped: rate === 0 } : null,
    },
    { headers: { 'set-cookie': await sessionCookie(request, session) } },
  )
}

function countWaited(waited: { problem: string | null }[]) {
  if (waited.length === 0) return null
  const stale = waited.filter(({ problem }) => problem !== null).length
  return { right: waited.length - stale, stale }
}

/** What stands round every page of a signed-in PM. */
export default function Frame() {
  const loaded = useLoaderData<typeof loader>()
  return (
    <LiveProvider>
      <Framed {...loaded} />
    </LiveProvider>
  )
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>

function Framed({ name, moment, status, demo, cover, ...known }: Loaded) {
  const current = useStatus(status, moment)
  const agent = { ...known, status: current.status }
  const onDecision = useMatches().some(({ id }) => id === 'routes/decision/route')
  return (
    <MomentContext.Provider value={current.moment}>
      <AgentContext.Provider value={agent}>
        <Covered words={cover}>
          <a
            href="#main"
            className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-sheet focus:p-3"
          >
            Skip to the page
          </a>
          {demo && <DemoStrip name={demo.name} stopped={demo.stopped} />}
          <Header name={name} />
          <CoverStrip />
          <LinkStrip onDecision={onDecision} />
          <Loading />
          <NewDecision />
          <main id="main" className={onDecision ? 'pb-32' : 'pb-28 sm:pb-16'}>
            <Outlet />
          </main>
          {!onDecision && <Places at="foot" />}
        </Covered>
      </AgentContext.Provider>
    </MomentContext.Provider>
  )
}
