import { Form, Link } from '@remix-run/react'
import { When } from '#app/components/moment.tsx'
import { More } from '#app/components/ui/closed.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { likenessWords } from '#app/likeness-words.ts'
import { EditImportance } from '#app/routes/memory/edit-importance.tsx'
import { EditSilence } from '#app/routes/memory/edit-silence.tsx'
import { signalPath } from '#app/signal-path.ts'
import { counted } from '#app/times.ts'
import type { Memory } from '#src/domain/memory.ts'
import { bandOf } from '#src/domain/verdict.ts'

/** One thing that was learned: what, from what, what came of it, and how to change it or take it away. */
export function MemoryCard({ memory }: { memory: Memory }) {
  const { id, by, at, from, mattered } = memory
  return (
    <li id={id} className="scroll-mt-6 border-t border-line py-4 target:bg-wash">
      <p className="text-[0.9375rem] font-medium wrap-anywhere">{taughtWords(memory)}</p>
      <p className="mt-1 text-sm text-soft wrap-anywhere">
        From{' '}
        <Link to={originPath(memory)} className="text-deep underline underline-offset-2">
          <span data-private>{from.title}</span>
        </Link>
        , {by}, <When at={at} as="clock" />
      </p>
      <p className="mt-1 text-sm text-soft">{usedWords(memory)}</p>
      {mattered.lastAt !== null && (
        <p className="text-sm text-soft">
          Last: <When at={mattered.lastAt} as="clock" />
        </p>
      )}
      <div className="mt-1 flex flex-wrap items-start gap-x-6">
        {memory.teaches !== 'choice' && (
          <More summary="Change">
            {memory.teaches === 'importance' ? (
              <EditImportance memory={memory} />
            ) : (
              <EditSilence memory={memory} />
            )}
          </More>
        )}
        <Form method="post" replace preventScrollReset>
          <input type="hidden" name="intent" value="forget" />
          <input type="hidden" name="id" value={id} />
          <Button type="submit" kind="quiet" size="small" className="min-h-11">
            Forget this
          </Button>
        </Form>
      </div>
    </li>
  )
}

function taughtWords(memory: Memory): string {
  switch (memory.teaches) {
    case 'importance':
      return `${likenessWords(memory.like)}: ${bandOf(memory.importance)}`
    case 'silence': {
      const about =
        memory.like.matterId === null ? 'about any matter' : `about ${matterWords(memory.like.matterId)}`
      return `Not to be raised: decisions of the sort “${memory.like.rule}” ${about}, unless one weighs more`
    }
    case 'choice':
      return `Decisions of the sort “${memory.like.rule}”: you chose ${memory.chose}`
  }
}

const matterWords = (matterId: string) => (matterId.startsWith('thread-') ? 'the same thread' : matterId)

function usedWords({ teaches, mattered: { times } }: Memory): string {
  if (times === 0) return 'It has not mattered yet.'
  if (teaches === 'choice') return `A model was shown it with ${counted(times, 'like decision')}.`
  return teaches === 'silence'
    ? `${counted(times, 'decision')} not raised because of it.`
    : `It has sorted ${times}.`
}

function originPath({ projectId, from }: Memory): string {
  return from.kind === 'signal'
    ? signalPath(projectId, from.id)
    : `/projects/${projectId}/decisions/${from.id}/chain`
}
