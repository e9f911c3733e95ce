import { Form, Link } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { When } from '#app/components/moment.tsx'
import { Nothing, Section } from '#app/components/ui/section.tsx'
import { likenessWords } from '#app/likeness-words.ts'
import { counted } from '#app/times.ts'
import type { Memory } from '#src/domain/memory.ts'
import { bandOf, type Band, type Importance } from '#src/domain/verdict.ts'
import type { Likeness } from '#src/domain/likeness.ts'

type Lesson = { like: Likeness; past: number; answers: { importance: Importance; changes: number }[] }
type Props = { lesson: Lesson | null; learned: Memory | null; projectId: string }

/** One tap on the right answer; what each would have changed is said before. */
export function Wrong({ lesson, learned, projectId }: Props) {
  return (
    <Section title="Wrong?">
      <div id="wrong" className="scroll-mt-6 text-[0.9375rem]">
        {learned?.teaches === 'importance' && (
          <p className="mb-2">
            You said, <When at={learned.at} as="clock" />: {bandOf(learned.importance)}.{' '}
            <Link
              to={`/projects/${projectId}/memory#${learned.id}`}
              className="inline-flex min-h-11 items-center text-deep hover:underline"
            >
              Change it in the memory ›
            </Link>
          </p>
        )}
        {lesson === null && <Nothing>Nothing is learned from this one.</Nothing>}
        {lesson !== null && <Answers lesson={lesson} />}
      </div>
    </Section>
  )
}

function Answers({ lesson: { like, past, answers } }: { lesson: Lesson }) {
  return (
    <>
      <p className="text-soft">
        Say what is right. It goes for others like it from the next check on:{' '}
        {lowerFirst(likenessWords(like))}.
      </p>
      <Form method="post" replace preventScrollReset className="mt-3 flex flex-col gap-2">
        {answers.map(({ importance, changes }) => (
          <Button
            key={importance}
            type="submit"
            name="importance"
            value={importance}
            className="h-auto flex-col items-start gap-0 py-2 text-left"
          >
            <span>{RIGHT[bandOf(importance)]}</span>
            <span className="text-sm font-normal text-soft">{wouldWords(changes, past)}</span>
          </Button>
        ))}
      </Form>
    </>
  )
}

const RIGHT: Record<Band, string> = {
  'needs you': 'It needs you',
  'worth knowing': 'It is worth knowing',
  routine: 'It is routine',
  noise: 'It is noise',
}

function wouldWords(changes: number, past: number): string {
  if (past === 0) return 'No other of its kind has been kept.'
  return changes === 0
    ? `Would have changed none of ${counted(past, 'earlier one')}.`
    : `Would have changed ${changes} of ${counted(past, 'earlier one')}.`
}

const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
