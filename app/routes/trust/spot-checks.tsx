import { Form, Link, useNavigation } from '@remix-run/react'
import { When } from '#app/components/moment.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { More } from '#app/components/ui/closed.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import { actPath } from '#app/act-words.ts'
import type { Loaded } from '#app/routes/trust/load.server.ts'
import { counted } from '#app/times.ts'

type Check = Loaded['spotChecks'][number]
type Props = { checks: Check[]; projectId: string }

/** A few of what was done alone, once a fortnight: the PM says of each whether it was right. */
export function SpotChecks({ checks, projectId }: Props) {
  const open = checks.filter(({ mark }) => mark === null)
  const marked = checks.filter(({ mark }) => mark !== null)
  const wrong = marked.filter(({ mark }) => mark?.verdict === 'wrong').length
  return (
    <div id="spot-checks" className="scroll-mt-4">
      <Section title={`Spot checks (${open.length})`}>
        <p className="mb-2 text-sm text-soft">
          Once a fortnight, a few of what was done without you. A wrong one makes the wait of its kind longer,
          and two within 14 days lower the dial. A right one is shown here and approves nothing.
        </p>
        {open.length === 0 && <Nothing>Nothing waits for your look.</Nothing>}
        <ul className="divide-y divide-line">
          {open.map((check) => (
            <li key={check.id} className="flex flex-wrap items-center justify-between gap-x-6 py-2">
              <What check={check} projectId={projectId} />
              <Verdict check={check} />
            </li>
          ))}
        </ul>
        {marked.length > 0 && (
          <More
            summary={`${counted(marked.length, 'earlier one')}: ${marked.length - wrong} right, ${wrong} wrong`}
          >
            <ul className="divide-y divide-line">
              {marked.map((check) => (
                <li key={check.id} className="flex flex-wrap justify-between gap-x-6 py-2 text-[0.9375rem]">
                  <What check={check} projectId={projectId} />
                  <span>Marked {check.mark?.verdict}</span>
                </li>
              ))}
            </ul>
          </More>
        )}
      </Section>
    </div>
  )
}

function What({ check: { act }, projectId }: { check: Check; projectId: string }) {
  return (
    <span className="min-w-0 text-[0.9375rem]">
      <Link
        to={actPath({ id: act.id, projectId })}
        className="inline-flex min-h-11 items-center underline-offset-4 hover:underline"
      >
        {act.summary}
      </Link>
      <span className="block text-sm text-soft">
        Done <When at={act.doneAt} as="clock" />
      </span>
    </span>
  )
}

function Verdict({ check: { id, act } }: { check: Check }) {
  const busy = useNavigation().state !== 'idle'
  return (
    <Form method="post" replace preventScrollReset className="flex gap-2">
      <input type="hidden" name="id" value={id} />
      <Button type="submit" name="verdict" value="right" disabled={busy} aria-label={`Right: ${act.summary}`}>
        Right
      </Button>
      <Button type="submit" name="verdict" value="wrong" disabled={busy} aria-label={`Wrong: ${act.summary}`}>
        Wrong
      </Button>
    </Form>
  )
}
