import { ChangedWords } from '#app/components/changed-words.tsx'
import { mailsWords } from '#app/act-words.ts'
import { useAgent } from '#app/components/agent-context.ts'
import type { Draft, Recipient } from '#app/draft.ts'

type Words = { subject: string | null; text: string }

/** The whole text as it will stand where it goes, with whom it reaches. `before`: what it said before the PM edited it. */
export function DraftText({ draft, before = null }: { draft: Draft; before?: Words | null }) {
  const { to, cc, subject, text, thread, mark, mails } = draft
  const { marks } = useAgent()
  const under = mark && marks[mark]
  return (
    <div className="text-[0.9375rem]">
      {to.length > 0 && (
        <dl className="mb-2 grid grid-cols-[4.5rem_1fr] gap-x-2 gap-y-0.5 text-sm">
          <dt className="text-soft">To</dt>
          <dd>{names(to)}</dd>
          {cc.length > 0 && (
            <>
              <dt className="text-soft">Copy</dt>
              <dd>{names(cc)}</dd>
            </>
          )}
          <dt className="text-soft">Subject</dt>
          <dd data-private className="wrap-anywhere">
            {before?.subject ? <ChangedWords before={before.subject} after={subject ?? ''} /> : subject}
          </dd>
          <dt className="text-soft">Thread</dt>
          <dd data-private className="wrap-anywhere">
            {thread === null ? 'a new one' : `joins “${thread}”`}
          </dd>
        </dl>
      )}
      <blockquote
        data-private
        className="border-l-2 border-edge pl-3 leading-relaxed whitespace-pre-line wrap-anywhere"
      >
        {before ? <ChangedWords before={before.text} after={text} /> : text}
        {under !== null && <span className="mt-3 block text-sm text-soft">{under}</span>}
      </blockquote>
      {mails !== null && <p className="mt-1.5 text-sm text-soft">{mailsWords(mails)}</p>}
    </div>
  )
}

function names(people: Recipient[]): string {
  return people
    .map(({ name, role, isExternal }) =>
      [name, role && `(${role})`, isExternal && 'external'].filter(Boolean).join(' '),
    )
    .join(', ')
}
