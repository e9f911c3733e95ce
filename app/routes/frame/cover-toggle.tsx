import { Form, useLocation, useSubmit } from '@remix-run/react'
import { useCallback, useContext, useMemo, type ReactNode } from 'react'
import { useHotkeys } from 'react-hotkeys-hook'
import { CoverContext } from '#app/components/cover-context.ts'
import { EVERYWHERE } from '#app/components/typing.ts'
import { Button } from '#app/components/ui/button.tsx'
import { useCover } from '#app/routes/frame/use-cover.ts'
import type { CoverWord } from '#src/domain/cover-words.ts'

/** A navigation and no fetcher: what is read again while a fetcher sends would leave the page as it was. */
const QUIETLY = { method: 'post', action: '/cover', replace: true, preventScrollReset: true } as const

/** Hides people and mail on everything inside while there are words to hide; Shift+P turns it. */
export function Covered({ words, children }: { words: CoverWord[] | null; children: ReactNode }) {
  const submit = useSubmit()
  const { pathname } = useLocation()
  const isOn = words !== null
  const turn = useCallback(
    () => submit({ cover: isOn ? 'no' : 'yes', to: pathname }, QUIETLY),
    [submit, isOn, pathname],
  )
  useCover(words)
  useHotkeys('shift+p', turn, EVERYWHERE)
  const cover = useMemo(() => ({ isOn, turn }), [isOn, turn])
  return (
    <CoverContext.Provider value={cover}>
      <div data-covering={isOn ? '' : undefined}>{children}</div>
    </CoverContext.Provider>
  )
}

type TurnProps = { children: (words: string) => ReactNode }

/** A form of its own, so that it turns before the page has come alive too. */
function Turn({ children }: TurnProps) {
  const { isOn } = useContext(CoverContext)
  const { pathname } = useLocation()
  return (
    <Form {...QUIETLY} className="inline">
      <input type="hidden" name="cover" value={isOn ? 'no' : 'yes'} />
      <input type="hidden" name="to" value={pathname} />
      {children(isOn ? 'Show people and mail' : 'Hide people and mail')}
    </Form>
  )
}

export function CoverItem({ className }: { className?: string }) {
  return (
    <Turn>
      {(words) => (
        <Button type="submit" className={className}>
          {words}
        </Button>
      )}
    </Turn>
  )
}

/** Says that something is hidden, and shows it again. */
export function CoverStrip() {
  const { isOn } = useContext(CoverContext)
  if (!isOn) return null
  return (
    <div role="status" className="border-b border-line bg-care-wash px-4 text-center text-sm text-care">
      People and mail are hidden.{' '}
      <Turn>
        {(words) => (
          <button type="submit" className="min-h-11 font-semibold underline sm:min-h-9">
            {words}
          </button>
        )}
      </Turn>
    </div>
  )
}
