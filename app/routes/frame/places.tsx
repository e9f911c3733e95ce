import { Link, useLocation } from '@remix-run/react'
import { cn } from '#app/components/ui/cn.ts'

const PLACES = [
  { to: '/', name: 'Today' },
  { to: '/projects', name: 'Projects' },
  { to: '/activity', name: 'Activity' },
  { to: '/agent', name: 'Agent' },
]

/** The four places: in the header at the desk, under the thumb on the phone. */
export function Places({ at }: { at: 'head' | 'foot' }) {
  const here = placeOf(useLocation().pathname)
  const place =
    at === 'head'
      ? 'hidden sm:block'
      : 'fixed inset-x-0 bottom-0 z-20 border-t border-line bg-sheet sm:hidden'
  return (
    <nav aria-label="Places" className={place}>
      <ul className={cn('flex', at === 'head' ? 'gap-1' : 'justify-around px-2')}>
        {PLACES.map(({ to, name }) => (
          <li key={to} className={at === 'foot' ? 'flex-1' : ''}>
            <Link
              to={to}
              aria-current={to === here ? 'page' : undefined}
              className={linkLook(at, to === here)}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A decision and what goes out are opened from Today and belong to it; cost, settings and leave belong to the agent. */
function placeOf(path: string): string {
  if (path.includes('/decisions/') || path.startsWith('/going-out')) return '/'
  if (/^\/(cost|settings|away)/.test(path)) return '/agent'
  return PLACES.map(({ to }) => to).find((to) => to !== '/' && path.startsWith(to)) ?? '/'
}

function linkLook(at: 'head' | 'foot', isActive: boolean): string {
  return cn(
    'flex min-h-14 items-center justify-center border-y-2 border-transparent px-3 text-sm text-soft hover:text-ink',
    at === 'foot' && 'px-1',
    isActive && 'font-semibold text-ink',
    isActive && (at === 'head' ? 'border-b-deep' : 'border-t-deep'),
  )
}
