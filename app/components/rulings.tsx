import { useFetcher } from '@remix-run/react'
import { useId, type ReactNode } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { TextArea, TextField } from '#app/components/ui/field.tsx'
import { Menu, opens } from '#app/components/ui/menu.tsx'
import type { Draft } from '#app/draft.ts'
import { stringIn } from '#app/words-in.ts'

type Which = { id: string; projectId: string; version: number; status?: string | null }
type Props = { act: Which; thing: string; to: string; isExternal?: boolean; isStill?: boolean }

/** What the PM can say of an act that waits: send it now, stop it and why, hold it longer. `isStill`: it cannot be sent. */
export function Rulings({ act, thing, to, isExternal = false, isStill = false }: Props) {
  const fetcher = useFetcher()
  const busy = fetcher.state !== 'idle'
  const stop = useId()
  return (
    <>
      <fetcher.Form method="post" action="/going-out" className="flex flex-wrap gap-2">
        <Hidden act={act} to={to} />
        {!isStill && !isExternal && (
          <Button type="submit" size="small" name="ruling" value="send-now" disabled={busy}>
            {act.status === 'awaiting' ? `Send this ${thing}` : 'Send now'}
          </Button>
        )}
        {act.status === 'held' && (
          <Button type="submit" size="small" name="ruling" value="longer" disabled={busy}>
            Hold 30 min longer
          </Button>
        )}
        <Button size="small" {...opens(stop)} disabled={busy}>
          Stop
        </Button>
      </fetcher.Form>
      <Menu id={stop} label={`Stop this ${thing}`} className="inset-x-4 top-[30vh] mx-auto max-w-sm">
        <fetcher.Form method="post" action="/going-out" className="flex flex-col gap-3">
          <Hidden act={act} to={to} />
          <TextField label="Why? May be left empty." name="reason" maxLength={200} />
          <Button type="submit" kind="main" name="ruling" value="stop" disabled={busy}>
            Stop this {thing}
          </Button>
        </fetcher.Form>
      </Menu>
      <Refusal>{stringIn(fetcher.data, 'message')}</Refusal>
    </>
  )
}

/** Sends what stands above it: for a mail to the outside, whose text has to have been on screen. */
export function SendOne({ act, thing, to }: Pick<Props, 'act' | 'thing' | 'to'>) {
  const fetcher = useFetcher()
  return (
    <fetcher.Form method="post" action="/going-out">
      <Hidden act={act} to={to} />
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

function Hidden({ act, to }: { act: Which; to: string }) {
  return (
    <>
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
