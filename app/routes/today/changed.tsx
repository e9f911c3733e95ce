import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useAgent } from '#app/components/agent-context.ts'
import { useMoment, When } from '#app/components/moment.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import type { ScreenRow } from '#app/rows.ts'
import { signalPath } from '#app/signal-path.ts'
import { changedSince, type Changed as Change } from '#app/routes/today/today-lists.ts'
import { counted, dayAndClock, inSentence } from '#app/times.ts'

const SHOWN = 5

type ChangedProps = {
  events: ScreenRow<'event'>[]
  since: string
  told: ReadonlySet<string>
  /** What was read since, most of which is routine. */
  routine: { changes: number; mails: number }
}

/** What happened since the reader last marked it as seen, by matter. */
export function Changed({ events, since, told, routine }: ChangedProps) {
  const { now, zone } = useMoment()
  const { status } = useAgent()
  const changes = changedSince(events, since, told)
  const from = inSentence(since, now, zone)
  const others = changes.slice(SHOWN)
  if (changes.length === 0)
    return (
      <Section title="Changed">
        <Nothing>
          No change since {from}.
          {status.checkedAt && ` Last looked ${dayAndClock(status.checkedAt, now, zone)}.`}
        </Nothing>
        <Routine {...routine} />
      </Section>
    )
  return (
    <Section title={`Changed since ${from} (${changes.length})`} aside={<MarkAsSeen />}>
      <Rows changes={changes.slice(0, SHOWN)} />
      {others.length > 0 && (
        <details>
          <summary className="flex min-h-11 items-center text-[0.9375rem] text-deep">
            ▸ {others.length} more
          </summary>
          <Rows changes={others} />
        </details>
      )}
      <Routine {...routine} />
    </Section>
  )
}

/** How much was read since, so that a short list does not look like a short day. */
function Routine({ changes, mails }: ChangedProps['routine']) {
  const read = [changes > 0 && counted(changes, 'change'), mails > 0 && counted(mails, 'mail')].filter(
    Boolean,
  )
  if (read.length === 0) return null
  return (
    <p className="py-2 text-[0.9375rem] text-soft">
      {read.join(' and ')} read in all; what is not listed is routine.
    </p>
  )
}

function MarkAsSeen() {
  return (
    <Form method="post" action="/seen">
      <button
        type="submit"
        className="min-h-11 text-sm whitespace-nowrap text-deep underline-offset-4 hover:underline sm:min-h-8"
      >
        Mark as seen
      </button>
    </Form>
  )
}

function Rows({ changes }: { changes: Change[] }) {
  return (
    <ul className="divide-y divide-line">
      {changes.map(({ latest, earlier }) => (
        <li key={latest.id} className="sm:grid sm:grid-cols-[8.5rem_1fr] sm:gap-x-3 text-[0.9375rem]">
          <span className="block pt-2 text-[0.8125rem] text-soft sm:pt-2.5 sm:text-[0.9375rem]">
            {latest.at && <When at={latest.at} as="clock" />}
          </span>
          <Matter of={latest}>
            {latest.text}
            {earlier > 0 && <span className="text-soft"> and {earlier} before it</span>}
          </Matter>
        </li>
      ))}
    </ul>
  )
}

/** Opens the matter: its decision if it has one, otherwise what was made of the change itself. */
function Matter({ of, children }: { of: ScreenRow<'event'>; children: ReactNode }) {
  if (of.projectId === 'GLOBAL') return <span className="py-2.5">{children}</span>
  const project = `/projects/${of.projectId}`
  const otherwise = of.signalId ? signalPath(of.projectId, of.signalId) : project
  return (
    <Link
      to={of.escalationId ? `${project}/decisions/${of.escalationId}` : otherwise}
      className="block min-h-11 pt-0.5 pb-2.5 underline-offset-4 hover:underline sm:pt-2.5"
    >
      {children}
    </Link>
  )
}
