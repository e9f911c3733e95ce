import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Choices } from '#app/routes/memory/choices.tsx'
import type { MemoryOf } from '#src/domain/memory.ts'

/** Whether it goes for one matter or for all. */
export function EditSilence({ memory: { id, like } }: { memory: MemoryOf<'silence'> }) {
  return (
    <Form method="post" replace preventScrollReset className="flex max-w-xl flex-col gap-4 pb-3">
      <input type="hidden" name="intent" value="silence" />
      <input type="hidden" name="id" value={id} />
      <Choices
        legend="Not to be raised"
        name="scope"
        chosen={like.matterId === null ? 'sort' : 'matter'}
        choices={[
          { value: 'matter', words: 'about the same matter' },
          { value: 'sort', words: 'about any matter' },
        ]}
      />
      <Button type="submit" className="self-start">
        Save the change
      </Button>
    </Form>
  )
}
