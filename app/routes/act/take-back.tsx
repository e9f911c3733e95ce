import { Form } from '@remix-run/react'
import { actPath } from '#app/act-words.ts'
import { Button } from '#app/components/ui/button.tsx'

/** What the PM asked for can be taken back until it begins. */
export function TakeBack({ act }: { act: { id: string; projectId: string } }) {
  return (
    <Form method="post" action="/take-back" className="mt-2">
      <input type="hidden" name="projectId" value={act.projectId} />
      <input type="hidden" name="actId" value={act.id} />
      <input type="hidden" name="to" value={actPath(act)} />
      <Button type="submit">Undo</Button>
      <span className="ml-3 text-sm text-soft">It goes ten seconds after you asked.</span>
    </Form>
  )
}
