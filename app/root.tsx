import type { LinksFunction, MetaFunction } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLocation, useRouteError } from '@remix-run/react'
import type { ReactNode } from 'react'
import styles from '#app/app.css?url'
import { messageOf } from '#app/error-messages.ts'
import { Button } from '#app/components/ui/button.tsx'
import { useNonce } from '#app/nonce.ts'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: 'data:,' },
]

export const meta: MetaFunction = () => [{ title: 'Workbench' }]

/** The document around every page, also around the page that says what went wrong. */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

/** The one error page: what failed, what was kept, what to do. */
export function ErrorBoundary() {
  const error = useRouteError()
  const { pathname } = useLocation()
  const { title, text, action } = messageOf(error, pathname)
  return (
    <main className="mx-auto max-w-xl px-5 py-16">
      <p className="text-sm font-semibold text-soft">Workbench</p>
      <h1 className="mt-6 text-2xl font-semibold text-balance">{title}</h1>
      <p className="mt-3 text-soft">{text}</p>
      <div className="mt-8 flex gap-3">
        <Button kind="main" asChild>
          <a href={action.to}>{action.words}</a>
        </Button>
      </div>
    </main>
  )
}
