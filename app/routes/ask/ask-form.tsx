import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import type { action } from '#app/routes/ask/act.server.ts'
import { AskFields } from '#app/routes/ask/ask-fields.tsx'
import { ASKS } from '#app/routes/ask/asks.ts'
import type { loader } from '#app/routes/ask/load.server.ts'

/** The form itself, and beside its button what speaks against pressing it. */
export function AskForm() {
  const loaded = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  const { what, given, ticket, project, breaks, form } = loaded
  const against = answer?.breaks ?? breaks
  return (
    <Form method="post" className="flex flex-col gap-4">
      <input type="hidden" name="form" value={form} />
      {against.map((manner) => (
        <input key={manner} type="hidden" name="shown" value={manner} />
      ))}
      {ticket ? (
        <>
          <input type="hidden" name="key" value={ticket.key} />
          <p className="text-[0.9375rem]">
            <strong className="font-semibold">{ticket.key}</strong> {ticket.title}
            <span className="block text-sm text-soft">
              {ticket.status}, {ticket.owner ?? 'nobody is on it'}.{' '}
              <Link to={`/ask/${what}`} className="text-deep underline underline-offset-4">
                Another ticket
              </Link>
            </span>
          </p>
        </>
      ) : (
        <input type="hidden" name="project" value={project?.id ?? ''} />
      )}
      <AskFields loaded={loaded} given={given} />
      {project?.observe && (
        <p className="text-sm text-soft">The dial is at Observe: it is recorded, and nothing leaves.</p>
      )}
      {answer?.problem && (
        <p role="alert" className="text-[0.9375rem] text-late">
          {answer.problem} Nothing was sent.
        </p>
      )}
      {against.length > 0 && (
        <p role={answer?.breaks ? 'alert' : undefined} className="text-[0.9375rem] text-care">
          {capital(against.join('; '))}. {answer?.breaks ? 'Press once more to do it all the same.' : ''}
        </p>
      )}
      <Button type="submit" kind="main" className="self-start" disabled={busy}>
        {project?.observe ? 'Record it' : ASKS[what].button}
      </Button>
    </Form>
  )
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
