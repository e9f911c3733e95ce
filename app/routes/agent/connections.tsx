import { useFetcher } from '@remix-run/react'
import { When } from '#app/components/moment.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import { SOURCE_WORDS } from '#src/domain/cycle.ts'
import type { SelfTest, SourceFinding } from '#src/domain/self-test.ts'

/** What each connection may do, tried when somebody asks; the agent's answer comes by push. */
export function Connections({ test }: { test: SelfTest | null }) {
  const fetcher = useFetcher()
  return (
    <Section
      title="Connections"
      aside={
        <fetcher.Form method="post" action="/agent">
          <input type="hidden" name="intent" value="self-test" />
          <Button type="submit" size="small" disabled={fetcher.state !== 'idle'}>
            Test the connections
          </Button>
        </fetcher.Form>
      }
    >
      <div aria-live="polite">
        {test === null && <Nothing>Never tested. A test changes nothing in Jira, Asana or Outlook.</Nothing>}
        {test?.state === 'asked' && (
          <Nothing>
            Being tested since <When at={test.askedAt} as="clock" />.
          </Nothing>
        )}
        {test?.state === 'done' && <Findings findings={test.findings} testedAt={test.testedAt} />}
      </div>
    </Section>
  )
}

function Findings({ findings, testedAt }: { findings: SourceFinding[]; testedAt: string }) {
  const groups = Map.groupBy(findings, ({ source, can, problem, todo }) =>
    [source, can, problem ?? '', todo ?? ''].join(' '),
  )
  return (
    <>
      <ul className="divide-y divide-line text-[0.9375rem]">
        {[...groups].map(([key, group]) => (
          <li key={key} className="py-2">
            <Finding group={group} />
          </li>
        ))}
      </ul>
      <p className="pt-1 text-sm text-soft">
        Tested <When at={testedAt} as="clock" />
      </p>
    </>
  )
}

/** What was found alike of several projects or folders is said once. */
function Finding({ group }: { group: SourceFinding[] }) {
  const [first] = group
  if (!first) return null
  const { source, can, problem, todo } = first
  const where = group.map((each) => each.where).join(', ')
  return (
    <>
      <p className={problem === null ? '' : 'font-medium text-care'}>
        {SOURCE_WORDS[source]} {problem === null ? 'can' : 'cannot'} {can}: {where}
      </p>
      {problem !== null && (
        <p className="text-sm wrap-anywhere text-soft">
          {problem} {todo}
        </p>
      )}
    </>
  )
}
