import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { cardOf } from '#app/act-card.server.ts'
import { useAgent } from '#app/components/agent-context.ts'
import { AwayStrip } from '#app/components/away-strip.tsx'
import { Page } from '#app/components/page.tsx'
import { TakeAway } from '#app/components/take-away.tsx'
import { More } from '#app/components/ui/closed.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import { DraftText } from '#app/components/draft-text.tsx'
import { useLiveRows } from '#app/live/use-live.ts'
import { actPath } from '#app/act-words.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { actRow } from '#app/rows.server.ts'
import { Keys } from '#app/routes/going-out/keys.tsx'
import { MANY, Selecting } from '#app/routes/going-out/selected.tsx'
import { rule } from '#app/routes/going-out/rule.server.ts'
import { Waiting } from '#app/components/waiting.tsx'
import { services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'

export const meta: MetaFunction = () => [{ title: 'Going out · Workbench' }]

/** Everything that will leave the workbench. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requirePm(request)
  const { held, awaiting, planned, keptBack } = await orRefuse(services.viewGoingOut())
  const { running } = await services.viewStatus()
  const waited = running?.paused || running?.away ? await services.waitedWhilePaused() : []
  const check = (id: string) => {
    const found = waited.find(({ act }) => act.id === id)
    return found ? (found.problem === null ? 'Still right.' : `Out of date: ${found.problem}.`) : null
  }
  return {
    acts: [...held, ...awaiting, ...planned].map(({ act }) => actRow(act)),
    held: held.map((each) => cardOf(each, check(each.act.id))),
    awaiting: awaiting.map((each) => cardOf(each)),
    planned: planned.map((each) => cardOf(each)),
    keptBack: keptBack.map((each) => cardOf(each)),
  }
}

/** Sends, stops, puts back or edits an act that waits. */
export async function action({ request }: ActionFunctionArgs) {
  const { name } = await requirePm(request)
  return rule(request, name)
}

export default function GoingOut() {
  const { held, awaiting, planned, keptBack, acts } = useLoaderData<typeof loader>()
  const rows = useLiveRows('act', acts)
  const { status } = useAgent()
  const row = (id: string) => rows.find((each) => each.id === id)
  const isEmpty = held.length + awaiting.length + planned.length === 0
  const paused = status.state === 'paused'
  return (
    <Page title="Going out" under="What leaves the workbench, and what waits for your word">
      <div className="flex max-w-3xl flex-col gap-8">
        {isEmpty && <Nothing>Nothing is going out. Nothing waits for your word.</Nothing>}
        <AwayStrip />
        {paused && !isEmpty && (
          <p className="text-care">
            {held.some(({ check }) => check !== null)
              ? 'Paused. Say of each that waited whether it goes, then resume.'
              : 'Paused. Everything below waits until you resume.'}
          </p>
        )}
        <Selecting>
          {held.length + awaiting.length > 0 && <Keys />}
          <Block title="At its time" cards={held} row={row} />
          <Block title="Waits for you" cards={awaiting} row={row} />
          <Block title="On its way" cards={planned} row={row} />
        </Selecting>
        {keptBack.length > 0 && (
          <Section title={`Not sent, shown to you (${keptBack.length})`}>
            <ul className="divide-y divide-line">
              {keptBack.map((card) => (
                <li key={card.id} className="py-2">
                  <Link to={actPath(card)} className="text-[0.9375rem] hover:underline">
                    {card.draft.title}
                  </Link>
                  <p className="text-sm text-soft">{card.reasons.join('; ') || card.why}</p>
                  <More summary={`Read the ${card.thing}`}>
                    <DraftText draft={card.draft} />
                    <TakeAway draft={card.draft} />
                  </More>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </Page>
  )
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>
type BlockProps = {
  title: string
  cards: Loaded['held']
  row: (id: string) => Loaded['acts'][number] | undefined
}

function Block({ title, cards, row }: BlockProps) {
  if (cards.length === 0) return null
  return (
    <Section title={`${title} (${cards.length})`}>
      <ul className="divide-y divide-line">
        {cards.map((card) => (
          <Waiting key={card.id} card={card} row={row(card.id)} to="/going-out" pick={MANY} />
        ))}
      </ul>
    </Section>
  )
}
