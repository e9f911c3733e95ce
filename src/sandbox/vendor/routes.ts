import type { Answer } from './answer.ts'

/** One endpoint: its path pattern's groups are handed over as `ids`. */
export type Route<Place, Asked> = {
  method: string
  path: RegExp
  run: (place: Place, asked: Asked, ids: string[]) => Answer
}

/** The answer of the endpoint that is asked for, with the vendor's time; `otherwise` where there is none. */
export function runRoute<Place, Asked extends { method: string; path: string; at: number }>(
  routes: readonly Route<Place, Asked>[],
  place: Place,
  asked: Asked,
  otherwise: (isKnownPath: boolean) => Answer,
): Answer {
  const onPath = routes.filter(({ path }) => path.test(asked.path))
  const route = onPath.find(({ method }) => method === asked.method)
  const answer = route?.run(place, asked, idsIn(route.path, asked.path)) ?? otherwise(onPath.length > 0)
  return { ...answer, headers: { Date: new Date(asked.at).toUTCString(), ...answer.headers } }
}

function idsIn(pattern: RegExp, path: string): string[] {
  return (pattern.exec(path) ?? []).slice(1).map(decodeURIComponent)
}
