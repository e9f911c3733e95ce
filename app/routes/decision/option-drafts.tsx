import { useState } from 'react'
import { actPath, receiptWords } from '#app/act-words.ts'
import { DraftText } from '#app/components/draft-text.tsx'
import { TakeAway } from '#app/components/take-away.tsx'
import { More } from '#app/components/ui/closed.tsx'
import { TextArea, TextField } from '#app/components/ui/field.tsx'
import { draftField } from '#app/routes/decision/draft-fields.ts'
import type { Loaded } from '#app/routes/decision/load.server.ts'

type Props = { of: Loaded['drafts'][number]; isOpen: boolean; observe: boolean }

/** What an option will do: a draft, whole, or what an earlier choice has done of it. */
export function OptionDraft(props: Props) {
  const { summary, done } = props.of
  if (done === null || !props.isOpen) return <Draft {...props} />
  return (
    <p className="mt-3 text-[0.9375rem]">
      <span className="font-medium">{summary}:</span> done already,{' '}
      <a href={done.receiptUrl ?? actPath(done)} className="text-deep underline underline-offset-4">
        {receiptWords(done)} ›
      </a>{' '}
      It is not done again.
    </p>
  )
}

/** Whom a draft reaches, its thread, its words, and a way to change them before choosing. */
function Draft({ of: { optionId, actIndex, summary, draft }, isOpen, observe }: Props) {
  const [words, setWords] = useState({ subject: draft.subject, text: draft.text })
  const isEdited = words.text !== draft.text || words.subject !== draft.subject
  const now = { ...draft, ...words }
  return (
    <figure className="mt-3" data-external={draft.isExternal ? optionId : undefined}>
      <figcaption className="mb-1 text-sm font-medium text-soft">
        {summary}
        {draft.isExternal && ', goes outside the company'}
        {isEdited && ', as you edited it'}
      </figcaption>
      <DraftText draft={now} before={isEdited ? draft : null} />
      {isOpen && draft.isEditable && (
        <More summary="Edit">
          <div className="edit-draft flex flex-col gap-3 pb-2">
            {draft.subject !== null && (
              <TextField
                label="Subject"
                name={draftField('subject', optionId, actIndex)}
                maxLength={200}
                value={words.subject ?? ''}
                onChange={(event) => setWords({ ...words, subject: event.currentTarget.value })}
              />
            )}
            <TextArea
              label="Text"
              name={draftField('text', optionId, actIndex)}
              maxLength={4000}
              rows={Math.min(16, draft.text.split('\n').length + 3)}
              value={words.text}
              onChange={(event) => setWords({ ...words, text: event.currentTarget.value })}
            />
          </div>
        </More>
      )}
      {observe && draft.text !== '' && <TakeAway draft={now} />}
    </figure>
  )
}
