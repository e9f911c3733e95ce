import type { Act } from '#src/domain/act.ts'
import type { Escalation, Option } from '#src/domain/escalation.ts'
import { mannersAgainst, type Occasion } from '#src/domain/manners.ts'
import type { Matter } from '#src/domain/matter.ts'
import type { Person } from '#src/domain/person.ts'
import type { WorkingHours } from '#src/domain/project.ts'
import { doneAs } from './done-before.ts'
import { recipientsOf } from './view-going-out.ts'
import { whyNotAt } from './why-then.ts'

type Deps = {
  now(): Date
  acts: { ofProject(projectId: string, limit?: number): Promise<Act[]> }
  matters: { get(projectId: string, id: string): Promise<Matter | undefined> }
}

type Known = { people: Person[]; done: Act[]; hours: WorkingHours }

/**
 * What manners say against the acts of an option. They bind what the agent does alone; what the PM chooses goes at once.
 * `binds`: one of them is "never contact", which binds the PM too.
 */
export type Broken = { optionId: Option['id']; manners: string[]; binds: boolean }

/** The manners that each option would break if it were chosen now; options that break none are left out. */
export async function mannersBroken(
  deps: Deps,
  { projectId, options }: Escalation,
  { people, done, hours }: Known,
): Promise<Broken[]> {
  const now = deps.now()
  const keys = options.flatMap(({ acts }) =>
    acts.flatMap(({ payload }) => ('key' in payload ? payload.key : [])),
  )
  const [acts, ...tickets] = await Promise.all([
    deps.acts.ofProject(projectId),
    ...[...new Set(keys)].map((key) => deps.matters.get(projectId, key)),
  ])
  const ticketOf = (key: string) => tickets.find((matter) => matter?.id === key)?.ticket ?? null
  const broken = options.map((option): Broken => {
    const manners = option.acts
      .filter((each) => !doneAs(each, done))
      .flatMap(({ payload }) => {
        const to = recipientsOf({ payload, projectId }, people)
        const ticket = 'key' in payload ? ticketOf(payload.key) : null
        return against({ payload, ticket, people: to, acts, now, hours })
      })
    const binds = option.acts.some(({ payload }) =>
      recipientsOf({ payload, projectId }, people).some(({ neverContact }) => neverContact),
    )
    return { optionId: option.id, manners: [...new Set(manners)], binds }
  })
  return broken.filter(({ manners }) => manners.length > 0)
}

type OneAct = Pick<Occasion, 'payload' | 'ticket' | 'people' | 'hours'> & { projectId: string }

/** The manners that an act would break if it went now. */
export async function mannersNow(
  deps: Pick<Deps, 'now' | 'acts'>,
  { projectId, ...of }: OneAct,
): Promise<string[]> {
  return against({ ...of, acts: await deps.acts.ofProject(projectId), now: deps.now() })
}

function against(occasion: Occasion): string[] {
  const { now, payload, people, hours } = occasion
  const moment = whyNotAt(now, payload, people, hours)
  const manners = mannersAgainst(occasion)
  return moment === null ? manners : [...manners, moment.replace(/\.$/, '')]
}
