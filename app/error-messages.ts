import { isRouteErrorResponse } from '@remix-run/react'

export type ErrorMessage = { title: string; text: string; action: { words: string; to: string } }

const toToday = { words: 'Today', to: '/' }

/** What the error page says: what failed, what was kept, what to do. `path` is the page that failed. */
export function messageOf(error: unknown, path: string): ErrorMessage {
  if (!isRouteErrorResponse(error)) return fault(path)
  const refused = refusalOf(error.data)
  if (error.status === 401) {
    const action = { words: 'Sign in and return', to: `/sign-in?to=${encodeURIComponent(path)}` }
    return {
      title: refused ?? 'Signed out.',
      text: 'It is kept nowhere: make it again after signing in.',
      action,
    }
  }
  if (error.status === 404) {
    const text = 'It may have been opened from an old link. Everything that waits for you is on Today.'
    const [log] = /^\/projects\/[^/]+\/decisions(?=\/)/.exec(path) ?? []
    const action = log === undefined ? toToday : { words: 'Decision log', to: log }
    return { title: refused ?? 'There is no such page.', text, action }
  }
  if (error.status === 503 && refused !== undefined)
    return { title: refused, text: 'Nothing is read and nothing is sent until then.', action: toToday }
  if (refused !== undefined)
    return {
      title: refused,
      text: 'Nothing was sent or changed by this.',
      action: { words: 'Back', to: path },
    }
  return fault(path)
}

function fault(path: string): ErrorMessage {
  return {
    title: 'This page could not be shown.',
    text: 'The workbench did not get an answer from its own table. What you chose before is kept; what you asked for last may not be. Load the page to see how things stand.',
    action: { words: 'Load the page', to: path },
  }
}

function refusalOf(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('message' in answer)) return undefined
  return typeof answer.message === 'string' ? answer.message : undefined
}
