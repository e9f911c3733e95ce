import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { TextField } from '#app/components/ui/field.tsx'
import { CLASSES } from '#app/likeness-words.ts'
import { Choices } from '#app/routes/memory/choices.tsx'
import type { MemoryOf } from '#src/domain/memory.ts'
import { ANSWERS, bandOf } from '#src/domain/verdict.ts'

/** What is right, and what others must have in common with the one it was learned from. */
export function EditImportance({ memory }: { memory: MemoryOf<'importance'> }) {
  const { id, importance, like, seen } = memory
  const right = ANSWERS.find((each) => bandOf(each) === bandOf(importance)) ?? importance
  const whose = like.who?.of ?? 'anybody'
  return (
    <Form method="post" replace preventScrollReset className="flex max-w-xl flex-col gap-4 pb-3">
      <input type="hidden" name="intent" value="importance" />
      <input type="hidden" name="id" value={id} />
      <Choices
        legend="They are"
        name="importance"
        chosen={right}
        choices={ANSWERS.map((each) => ({ value: each, words: bandOf(each) }))}
      />
      <Choices
        legend="From"
        name="whose"
        chosen={whose}
        choices={[
          ...(seen.person ? [{ value: 'person', words: seen.person.name }] : []),
          { value: 'class', words: CLASSES[seen.class] },
          { value: 'anybody', words: 'anybody' },
        ]}
      />
      {seen.issueType !== null && (
        <Choices
          legend="On tickets of"
          name="type"
          chosen={like.issueType === null ? 'any' : 'same'}
          choices={[
            { value: 'same', words: `the type ${seen.issueType}` },
            { value: 'any', words: 'any type' },
          ]}
        />
      )}
      <TextField
        label="With at least half of these words; none: whatever they say"
        name="words"
        defaultValue={like.words.join(', ')}
        maxLength={500}
      />
      <Button type="submit" className="self-start">
        Save the change
      </Button>
    </Form>
  )
}
