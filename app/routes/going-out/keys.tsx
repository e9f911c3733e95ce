import { Menu, opens } from '#app/components/ui/menu.tsx'
import { KEYS_MENU, useKeys } from '#app/routes/going-out/use-keys.ts'

const KEYS = [
  ['J K', 'next and previous'],
  ['X', 'select'],
  ['S', 'stop'],
  ['N', 'send now'],
  ['L', 'hold longer'],
  ['E', 'edit'],
  ['?', 'these keys'],
] as const

/** What can be done here without a mouse, and the keys that do it. */
export function Keys() {
  useKeys()
  return (
    <div className="hidden lg:block">
      <button
        type="button"
        {...opens(KEYS_MENU)}
        className="min-h-11 text-sm text-deep underline-offset-4 hover:underline"
      >
        Keys: J K move · X select · ? all of them
      </button>
      <Menu id={KEYS_MENU} label="Keys" className="inset-x-4 top-[20vh] mx-auto max-w-xs">
        <dl className="grid grid-cols-[3.5rem_1fr] gap-y-1.5 text-[0.9375rem]">
          {KEYS.map(([key, does]) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="font-semibold">{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3 text-sm text-soft">
          S, N and L are about what is selected, or else about the row.
        </p>
      </Menu>
    </div>
  )
}
