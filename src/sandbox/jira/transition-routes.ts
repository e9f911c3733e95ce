import { z } from 'zod'
import type { Answer } from '#src/sandbox/vendor/answer.ts'
import { noSuchIssue, readBody, refused } from './answer.ts'
import type { Asked, Route } from './answer.ts'
import type { IssueView } from './issue-at.ts'
import type { Site } from './site.ts'
import { asText, isVendor } from '#src/sandbox/vendor/value.ts'

const transitions = /^\/rest\/api\/3\/issue\/([^/]+)\/transitions$/

/** A workflow in which every status can be reached from every other by a step of its own (step id = status id). */
export const transitionRoutes: Route[] = [
  {
    method: 'GET',
    path: transitions,
    run: (site, asked, [id = '']) => {
      const view = site.find(id, asked.at)
      if (view === undefined) return noSuchIssue
      return { status: 200, body: { expand: 'transitions', transitions: stepsFrom(site, view) } }
    },
  },
  { method: 'POST', path: transitions, run: move },
]

function move(site: Site, asked: Asked, [id = '']: string[]): Answer {
  const view = site.find(id, asked.at)
  if (view === undefined) return noSuchIssue
  const body = readBody(z.looseObject({ transition: z.looseObject({ id: z.string() }) }), asked.body)
  if (!body.ok) return body.answer
  const wanted = body.value.transition.id
  const step = stepsFrom(site, view).find((it) => it.id === wanted)
  if (step === undefined) return refused(400, `Transition id '${wanted}' is not valid for this issue.`)
  const at = new Date(asked.at).toISOString()
  const to = { id: step.id, name: step.name }
  site.journal.add({ kind: 'transition', at, issueId: view.id, id: site.nextId(), from: statusOf(view), to })
  return { status: 204 }
}

function stepsFrom(site: Site, view: IssueView) {
  const here = statusOf(view).id
  return site.catalogue.statuses.flatMap((to) => {
    const id = asText(to.id)
    const name = asText(to.name)
    if (id === undefined || name === undefined || id === here) return []
    const marks = {
      hasScreen: false,
      isGlobal: true,
      isInitial: false,
      isAvailable: true,
      isConditional: false,
    }
    return [{ id, name, to, ...marks, looped: false }]
  })
}

function statusOf(view: IssueView): { id: string; name: string } {
  const status = view.fields.status
  if (!isVendor(status)) return { id: '', name: '' }
  return { id: asText(status.id) ?? '', name: asText(status.name) ?? '' }
}
