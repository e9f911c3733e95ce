import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Menu, opens } from '#app/components/ui/menu.tsx'
import { REASONS } from '#app/routes/decision/strip-words.ts'

/** The menu's id, for the key that opens it. */
export const DISMISS_MENU = 'dismiss'

/** Puts the decision aside: one tap on a reason, and the reason is used. */
export function Dismiss() {
  return (
    <>
      {/* On the phone it is in the menu above, so that the main button has room under the thumb. */}
      <Button {...opens(DISMISS_MENU)} className="max-sm:hidden">
        Dismiss
      </Button>
      <Menu
        id={DISMISS_MENU}
        label="Dismiss"
        className="bottom-20 left-4 w-64 min-[1248px]:left-[calc(50vw-36rem)]"
      >
        <Form method="post" replace preventScrollReset>
          <input type="hidden" name="intent" value="dismiss" />
          <p className="text-sm text-soft">Dismiss, because it is:</p>
          <div className="mt-2 flex flex-col">
            {Object.entries(REASONS).map(([reason, words]) => (
              <button
                key={reason}
                type="submit"
                name="reason"
                value={reason}
                className="min-h-11 rounded-md px-2 text-left text-[0.9375rem] hover:bg-wash"
              >
                {words.charAt(0).toUpperCase() + words.slice(1)}
              </button>
            ))}
          </div>
        </Form>
      </Menu>
    </>
  )
}
