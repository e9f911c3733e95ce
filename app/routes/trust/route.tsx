import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { thingOf } from '#app/act-words.ts'
import { Page } from '#app/components/page.tsx'
import { Records } from '#app/components/ui/records.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import { useNoActs, useNoDocuments, useNoEvents } from '#app/components/use-no-news.ts'
import { orRefuse } from '#app/refusals.server.ts'
import { services } from '#app/services.server.ts'
import { requirePm } from '#app/session.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Trust, ${data.name} · Workbench` : 'Workbench' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePm(request)
  const { project, ladders } = await orRefuse(services.viewTrust(params['project'] ?? ''))
  return { id: project.id, name: project.name, ladders }
}

/** What the agent has earned, kind by kind, and by which of the PM's words. */
export default function Trust() {
  const { id, ladders } = useLoaderData<typeof loader>()
  useNoActs()
  useNoEvents()
  useNoDocuments()
  return (
    <Page title="Trust" under={id}>
      <Section title="How long it waits before it goes">
        <p className="mb-2 text-sm text-soft">
          What you send as it stands makes the wait shorter: 5, 10 and 20 in a row. What you stop or write
          anew makes it longer. What goes at its time without a word from you changes nothing.
        </p>
        {ladders.length === 0 && <Nothing>The agent has proposed nothing yet that would wait.</Nothing>}
        {ladders.length > 0 && (
          <Records
            label="Waits"
            columns={['What', 'To', 'Waits', 'Because', 'Shorter after', 'So far']}
            rows={ladders.map((each) => ({
              id: `${each.type}-${each.reaches}`,
              cells: [
                thingOf(each.type),
                readersOf(each),
                `${each.minutes} min`,
                each.says,
                each.nextAt === null ? 'never' : `${each.nextAt} in a row`,
                endingWords(each.endings),
              ],
            }))}
          />
        )}
      </Section>
    </Page>
  )
}

type Ladder = ReturnType<typeof useLoaderData<typeof loader>>['ladders'][number]

function readersOf({ type, reaches }: Ladder): string {
  return type.startsWith('jira_') ? 'the ticket’s readers' : reaches
}

const WORDS: Record<Ladder['endings'][number], string> = {
  approved: 'sent by you',
  edited: 'edited by you',
  rewritten: 'written anew by you',
  cancelled: 'stopped by you',
  lapsed: 'went at its time',
}

function endingWords(endings: Ladder['endings']): string {
  const counted = Object.entries(WORDS).flatMap(([ending, words]) => {
    const times = endings.filter((each) => each === ending).length
    return times === 0 ? [] : `${times} ${words}`
  })
  return counted.join(', ') || 'none has ended yet'
}
