import { Form, useNavigation } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { TextArea } from '#app/components/ui/field.tsx'
import { Menu, opens } from '#app/components/ui/menu.tsx'
import { REPLY_CHARACTERS } from '#src/domain/reply.ts'

/** The menu's id, for the key that opens it. */
export const REPLY_MENU = 'reply'

/** A sentence to the agent: the decision keeps its place and comes back with new words. */
export function Reply() {
  const busy = useNavigation().state !== 'idle'
  return (
    <>
      {/* On the phone it is in the menu above, so that the main button has room under the thumb. */}
      <Button {...opens(REPLY_MENU)} className="max-sm:hidden">
        Reply
      </Button>
      <Menu
        id={REPLY_MENU}
        label="Reply"
        className="bottom-20 left-4 w-88 max-w-[calc(100vw-2rem)] min-[1248px]:left-[calc(50vw-36rem)]"
      >
        <Form method="post" replace preventScrollReset>
          <input type="hidden" name="intent" value="reply" />
          <TextArea
            label="What should be different? Drafts and the recommendation can change, nothing is sent."
            name="text"
            required
            maxLength={REPLY_CHARACTERS}
            rows={3}
            autoFocus
          />
          <Button type="submit" kind="main" disabled={busy} className="mt-3 w-full">
            Rework the options
          </Button>
        </Form>
      </Menu>
    </>
  )
}
