import { Search } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { lazy, Suspense, useRef, useState } from 'react'
import { useHotkeys } from 'react-hotkeys-hook'
import { inputProps } from '#app/routes/frame/palette-input.ts'

/** Fetched when it is first opened: most pages are left without it. */
const PaletteList = lazy(() => import('#app/routes/frame/palette-list.tsx'))

/** Goes anywhere by name: `⌘K` or `Ctrl K` at the desk, `⌕` on the phone. */
export function Palette() {
  const [isOpen, setOpen] = useState(false)
  const before = useRef<Element | null>(null)
  const open = (is: boolean) => {
    if (is) before.current = document.activeElement
    setOpen(is)
  }
  /** Whoever goes somewhere goes on there; whoever only closes it goes on where they were. */
  const leave = () => {
    before.current = null
    setOpen(false)
  }
  const goOn = (event: Event) => {
    event.preventDefault()
    if (before.current instanceof HTMLElement) before.current.focus()
  }
  useHotkeys('mod+k', () => open(!isOpen), { enableOnFormTags: true, preventDefault: true })
  return (
    <Dialog.Root open={isOpen} onOpenChange={open}>
      <Dialog.Trigger
        aria-label="Go to…"
        aria-keyshortcuts="Meta+K Control+K"
        className="flex size-11 items-center justify-center rounded-md text-sm text-soft hover:bg-wash sm:size-auto sm:min-h-9 sm:px-2.5"
      >
        <Search aria-hidden className="size-5 sm:hidden" />
        <span aria-hidden className="hidden sm:inline">
          ⌘K
        </span>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-ink/40" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={goOn}
          className="fixed inset-x-3 top-3 z-50 mx-auto flex max-h-[85dvh] max-w-xl flex-col overflow-hidden rounded-lg border border-line bg-sheet shadow-xl sm:top-[12vh] sm:max-h-[70vh]"
        >
          <Dialog.Title className="sr-only">Go to…</Dialog.Title>
          <Typed close={leave} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** Takes what is typed from the first key on: the list may still be on its way. */
function Typed({ close }: { close: () => void }) {
  const [typed, type] = useState('')
  const [entered, enter] = useState(false)
  const waiting = (
    <>
      <input
        {...inputProps}
        aria-label="Go to…"
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={({ key }) => enter(key === 'Enter')}
      />
      <p className="px-5 py-4 text-[0.9375rem] text-soft">Loading…</p>
    </>
  )
  return (
    <Suspense fallback={waiting}>
      <PaletteList typed={typed} type={type} entered={entered} close={close} />
    </Suspense>
  )
}
