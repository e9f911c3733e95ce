import { Link, useFetcher, useLocation } from '@remix-run/react'
import { Dialog } from 'radix-ui'
import { Button } from '#app/components/ui/button.tsx'
import { counted } from '#app/times.ts'

type Waited = { right: number; stale: number }
type Props = {
  waited: Waited
  button: string
  /** What follows "3 things". */
  title: string
  action: string
  /** What the form says besides. */
  says: Record<string, string>
}

/** Before things may leave again it is asked what becomes of those that waited: there is no "send all". */
export function WaitedDialogue({ waited, button, title, action, says }: Props) {
  const fetcher = useFetcher()
  const { pathname } = useLocation()
  const total = waited.right + waited.stale
  return (
    <Dialog.Root>
      <Dialog.Trigger asChild>
        <Button size="small">{button}</Button>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-ink/40" />
        <Dialog.Content className="fixed inset-x-4 top-[25vh] z-50 mx-auto max-w-md rounded-lg border border-line bg-sheet p-5 shadow-xl">
          <Dialog.Title className="text-[1.0625rem] font-semibold">
            {counted(total, 'thing')} {title}
          </Dialog.Title>
          <Dialog.Description className="mt-1">{rightWords(waited)}</Dialog.Description>
          <div className="mt-5 flex flex-wrap gap-2">
            <fetcher.Form method="post" action={action}>
              <input type="hidden" name="to" value={pathname} />
              {Object.entries(says).map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
              <Button type="submit" name="waited" value="send-none" disabled={fetcher.state !== 'idle'}>
                Send none
              </Button>
            </fetcher.Form>
            <Dialog.Close asChild>
              <Button kind="main" asChild>
                <Link to="/going-out">{total === 1 ? 'Review it' : 'Review them'}</Link>
              </Button>
            </Dialog.Close>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** "2 are still right, 1 is out of date." */
function rightWords({ right, stale }: Waited): string {
  const said = (count: number, what: string) => `${count} ${count === 1 ? 'is' : 'are'} ${what}`
  if (right + stale === 1) return right === 1 ? 'It is still right.' : 'It is out of date.'
  if (stale === 0) return 'All of them are still right.'
  if (right === 0) return 'All of them are out of date.'
  return `${said(right, 'still right')}, ${said(stale, 'out of date')}.`
}
