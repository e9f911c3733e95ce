import { Form, Link } from '@remix-run/react'
import { When } from '#app/components/moment.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Section } from '#app/components/ui/section.tsx'
import { counted } from '#app/times.ts'
import { isOpen, type Escalation } from '#src/domain/escalation.ts'
import type { Memory } from '#src/domain/memory.ts'

type Props = {
  lesson: { past: number; changes: { matter: number; sort: number } }
  learned: Memory | null
  asked: Escalation
}

/** One tap: it should not have been raised; how many others would not have been is said before. */
export function NeedNotAsk({ lesson: { past, changes }, learned, asked }: Props) {
  const { projectId } = asked
  return (
    <Section title="Wrong?">
      <div id="wrong" className="scroll-mt-6 text-[0.9375rem]">
        {learned?.teaches === 'silence' && (
          <p className="mb-2">
            You said so, <When at={learned.at} as="clock" />.{' '}
            <Link
              to={`/projects/${projectId}/memory#${learned.id}`}
              className="inline-flex min-h-11 items-center text-deep hover:underline"
            >
              Change it in the memory ›
            </Link>
          </p>
        )}
        <p className="text-soft">
          It should not have been raised. {isOpen(asked) && 'It is dismissed with this. '}From the next check
          on others of the same sort are not raised, unless one weighs more.
        </p>
        <Form method="post" replace preventScrollReset className="mt-3 flex flex-col gap-2">
          <Answer value="matter" changes={changes.matter} past={past}>
            Not about this matter
          </Answer>
          <Answer value="sort" changes={changes.sort} past={past}>
            Not about any matter
          </Answer>
        </Form>
      </div>
    </Section>
  )
}

type AnswerProps = { value: string; changes: number; past: number; children: string }

function Answer({ value, changes, past, children }: AnswerProps) {
  const others = counted(past, 'earlier decision')
  const none = `${past === 1 ? 'The' : 'All'} ${others} would still have been raised.`
  return (
    <Button
      type="submit"
      name="scope"
      value={value}
      className="h-auto flex-col items-start gap-0 py-2 text-left"
    >
      <span>{children}</span>
      <span className="text-sm font-normal text-soft">
        {past === 0
          ? 'There is no other decision yet.'
          : changes === 0
            ? none
            : `${changes} of ${others} would not have been raised.`}
      </span>
    </Button>
  )
}
