import { useFetcher } from '@remix-run/react'
import { useId, type ComponentProps, type ReactNode } from 'react'
import { LongerFields } from '#app/components/hold-longer.tsx'
import { StopFields } from '#app/components/stop-fields.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { TextArea, TextField } from '#app/components/ui/field.tsx'
import { NoEnter } from '#app/components/ui/no-enter.tsx'
import { Menu, opens, OutOfList } from '#app/components/ui/menu.tsx'
import type { Draft } from '#app/draft.ts'
import { stringIn } from '#app/words-in.ts'

type Which = { id: string; projectId: string; version: number; status?: string | null }
type Props = {
  act: Which
  thing: string
  to: string
  longer: ComponentProps<typeof LongerFields>['longer']
  isExternal?: boolean
  isStill?: boolean
  read?: number
}

const PLACE = 'inset-x-4 top-[12vh] mx-auto max-h-[75dvh] max-w-sm overflow-y-auto'

/**
 * What the PM can say of an act that waits: send it now, hold it longer, stop it and why. `isStill`: it cannot be sent.
 * `read`: the version whose whole text stands above. `data-key`: by which key it is pressed in a list.
 */
export function Rulings({ act, thing, to, longer, isExternal = false, isStill = false, read }: Props) {
  const fetcher = useFetcher()
  const busy = fetcher.state !== 'idle'
  const [stop, later] = [useId(), useId()]
  return (
    <>
      <fetcher.Form method="post" action="/going-out" className="flex flex-wrap gap-2">
        <Hidden act={act} to={to} read={read} />
        {!isStill && !isExternal && (
          <Button type="submit" size="small" name="ruling" value="send-now" data-key="n" disabled={busy}>
            {act.status === 'awaiting' ? `Send this ${thing}` : 'Send now'}
          </Button>
        )}
        {act.status === 'held' && longer && (
          <Button size="small" {...opens(later)} data-key="l" disabled={busy}>
            Later
          </Button>
        )}
        <Button size="small" {...opens(stop)} data-key="s" disabled={busy}>
          Stop
        </Button>
      </fetcher.Form>
      <OutOfList>
        {longer && (
          <Menu id={later} label={`Hold this ${thing} longer`} className={PLACE}>
            <p className="px-2 text-sm text-soft">Hold it until:</p>
            <fetcher.Form method="post" action="/going-out" className="mt-1">
              <NoEnter />
              <Hidden act={act} to={to} />
              <input type="hidden" name="ruling" value="longer" />
              <LongerFields longer={longer} busy={busy} name="until" valueOf={(choice) => choice} />
            </fetcher.Form>
          </Menu>
        )}
        <Menu id={stop} label={`Stop this ${thing}`} className={PLACE}>
          <fetcher.Form method="post" action="/going-out" className="flex flex-col gap-3">
            <Hidden act={act} to={to} />
            <StopFields />
            <Button type="submit" kind="main" name="ruling" value="stop" disabled={busy}>
              Stop this {thing}
            </Button>
          </fetcher.Form>
        </Menu>
      </OutOfList>
      <Refusal>{stringIn(fetcher.data, 'message')}</Refusal>
    </>
  )
}

/** Sends what stands above it: for a mail to the outside, whose text has to have been on screen. */
export function SendOne({ act, thing, to, read }: Pick<Props, 'act' | 'thing' | 'to' | 'read'>) {
  const fetcher = useFetcher()
  return (
    <fetcher.Form method="post" action="/going-out">
      <Hidden act={act} to={to} read={read} />
      <Button type="submit" name="ruling" value="send-now" disabled={fetcher.state !== 'idle'}>
        Send this {thing}
      </Button>
      <Refusal>{stringIn(fetcher.data, 'message')}</Refusal>
    </fetcher.Form>
  )
}

/** The words of an act, to be changed before it goes. */
export function EditForm({ act, draft, to }: { act: Which; draft: Draft; to: string }) {
  const fetcher = useFetcher()
  const lines = draft.text.split('\n').length
  return (
    <fetcher.Form method="post" action="/going-out" className="flex flex-col gap-3 pb-2">
      <Hidden act={act} to={to} />
      {draft.subject !== null && (
        <TextField label="Subject" name="subject" required maxLength={200} defaultValue={draft.subject} />
      )}
      <TextArea
        label="Text"
        name="text"
        required
        maxLength={4000}
        rows={Math.min(16, lines + 4)}
        defaultValue={draft.text}
      />
      <div className="flex items-center gap-3">
        <Button type="submit" name="ruling" value="edit" disabled={fetcher.state !== 'idle'}>
          Keep the change
        </Button>
      </div>
      <Refusal>{stringIn(fetcher.data, 'message')}</Refusal>
    </fetcher.Form>
  )
}

function Hidden({ act, to, read }: { act: Which; to: string; read?: number | undefined }) {
  return (
    <>
      {read !== undefined && <input type="hidden" name="read" value={read} />}
      <input type="hidden" name="projectId" value={act.projectId} />
      <input type="hidden" name="actId" value={act.id} />
      <input type="hidden" name="version" value={act.version} />
      <input type="hidden" name="to" value={to} />
    </>
  )
}

function Refusal({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className="text-sm text-late empty:hidden">
      {children}
    </p>
  )
}
