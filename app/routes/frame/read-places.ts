import type { Escalation } from '#src/domain/escalation.ts'
import type { Brief } from '#src/domain/matter.ts'
import type { Project } from '#src/domain/project.ts'

/** What the palette can lead to, but for the screens. */
export type Places = {
  decisions: Pick<Escalation, 'id' | 'projectId' | 'title' | 'status'>[]
  projects: Pick<Project, 'id' | 'name'>[]
  changes: Pick<Brief, 'signalId' | 'source' | 'ref' | 'title' | 'by' | 'url'>[]
}

/**
 * Reads the places, past the router: a page that is read again meanwhile would read them again too, and under the finger.
 * Throws an Error when the server does not give them.
 */
export async function readPlaces(): Promise<Places> {
  const response = await fetch('/palette', { headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`/palette answered ${response.status}.`)
  const body: unknown = await response.json()
  if (!isPlaces(body)) throw new Error('/palette answered something else.')
  return body
}

/** By its lists only: our own server typed the rest. */
function isPlaces(value: unknown): value is Places {
  return (
    typeof value === 'object' &&
    value !== null &&
    'decisions' in value &&
    'projects' in value &&
    'changes' in value
  )
}
