import { z } from 'zod'
import type { Answer } from '#src/sandbox/vendor/answer.ts'
import { noSuchIssue, readBody, refused } from './answer.ts'
import type { Asked, Route } from './answer.ts'
import type { IssueView } from './issue-at.ts'
import type { Site } from './site.ts'
import type { Screen } from '#src/sandbox/scenario/vendor-files.ts'
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
      const isExpanded = asked.query.get('expand')?.includes('transitions.fields') === true
      const steps = stepsFrom(site, view).map(({ fields, ...step }) => ({
        ...step,
        ...(isExpanded && { fields }),
      }))
      return { status: 200, body: { expand: 'transitions', transitions: steps } }
    },
  },
  { method: 'POST', path: transitions, run: move },
]

function move(site: Site, asked: Asked, [id = '']: string[]): Answer {
  const view = site.find(id, asked.at)
  if (view === undefined) return noSuchIssue
  const body = readBody(moveBody, asked.body)
  if (!body.ok) return body.answer
  const wanted = body.value.transition.id
  const step = stepsFrom(site, view).find((it) => it.id === wanted)
  if (step === undefined) return refused(400, `Transition id '${wanted}' is not valid for this issue.`)
  const { fields } = body.value
  const wrong = Object.entries(step.fields).filter(([id, field]) => !isAnswered(field, fields[id]))
  if (wrong.length > 0) {
    const errors = Object.fromEntries(wrong.map(([id, { name }]) => [id, `${name} is required.`]))
    return refused(400, '', errors)
  }
  const unknown = Object.keys(fields).filter((id) => !(id in step.fields))
  if (unknown.length > 0) {
    const says = 'It is not on the appropriate screen, or unknown.'
    return refused(
      400,
      '',
      Object.fromEntries(unknown.map((id) => [id, `Field '${id}' cannot be set. ${says}`])),
    )
  }
  const at = new Date(asked.at).toISOString()
  const to = { id: step.id, name: step.name }
  const from = statusOf(view)
  const set = Object.entries(fields).map(([id, answer]) => [id, wholeValue(step.fields[id], answer)] as const)
  const moved = { issueId: view.id, id: site.nextId(), from, to, fields: Object.fromEntries(set) }
  site.journal.add({ kind: 'transition', at, ...moved })
  return { status: 204 }
}

const moveBody = z.looseObject({
  transition: z.looseObject({ id: z.string() }),
  fields: z.record(z.string(), z.unknown()).default({}),
})

/** Answers name a value by its id; the issue then has the whole of it. */
function wholeValue(field: Screen[string] | undefined, answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map((one: unknown) => wholeValue(field, one))
  return field?.allowedValues.find(({ id }) => isVendor(answer) && answer.id === id) ?? answer
}

/** A required field holds one of its allowed values, alone or in a list. */
function isAnswered({ required, hasDefaultValue, allowedValues }: Screen[string], answer: unknown): boolean {
  if (answer === undefined) return !required || hasDefaultValue
  const given: unknown[] = Array.isArray(answer) ? answer : [answer]
  return given.every((one) => isVendor(one) && allowedValues.some((value) => value.id === one.id))
}

function stepsFrom(site: Site, view: IssueView) {
  const here = statusOf(view).id
  return site.catalogue.statuses.flatMap((to) => {
    const id = asText(to.id)
    const name = asText(to.name)
    if (id === undefined || name === undefined || id === here) return []
    const marks = {
      isGlobal: true,
      isInitial: false,
      isAvailable: true,
      isConditional: false,
    }
    const fields = site.catalogue.screens.get(id) ?? {}
    const hasScreen = Object.keys(fields).length > 0
    return [{ id, name, to, ...marks, hasScreen, looped: false, fields }]
  })
}

function statusOf(view: IssueView): { id: string; name: string } {
  const status = view.fields.status
  if (!isVendor(status)) return { id: '', name: '' }
  return { id: asText(status.id) ?? '', name: asText(status.name) ?? '' }
}
