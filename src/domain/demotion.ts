import { subDays } from 'date-fns/subDays'
import type { Act } from './act.ts'
import { isHeavy } from './act-edit.ts'
import { DIAL_WORDS, type AutonomyLevel, type Project } from './project.ts'
import { isAlone } from './graduation.ts'
import { undoingsIn } from './undoings.ts'

/** Something of the agent's that the PM was against. What was done weighs more than what was caught before. */
type Strike = { actId: string; at: string; what: keyof typeof WEIGHT }

/** Source: docs/decisions/0024. */
const WEIGHT = { wrong: 3, undone: 3, stopped: 1, rewritten: 1 } as const
const LIMIT = 6
const WINDOW_DAYS = 14

const BELOW: Record<AutonomyLevel, AutonomyLevel | null> = {
  tactical: 'artefact',
  artefact: 'monitoring',
  monitoring: null,
}

/**
 * The project with its dial one step lower, where what the PM was against within a fortnight weighs too much; null where it
 * does not, or nothing is below. What was before the dial's last turn has been answered for. It never raises.
 */
export function demotionOf(project: Project, acts: Act[], now: Date): Project | null {
  const below = BELOW[project.autonomyLevel]
  if (below === null) return null
  const since = [
    subDays(now, WINDOW_DAYS).toISOString(),
    project.dialTurn.at ?? project.connectedAt,
  ].sort()[1]
  const lately = strikesIn(acts).filter(({ at }) => since !== undefined && at > since)
  const weight = lately.reduce((sum, { what }) => sum + WEIGHT[what], 0)
  if (weight < LIMIT) return null
  const at = now.toISOString()
  const demoted = { at, because: becauseOf(lately) }
  return {
    ...project,
    autonomyLevel: below,
    dialTurn: { by: 'rule', at, demoted },
    version: project.version + 1,
  }
}

/** What happened, as the log and the notice say it. */
export function demotionWords({ id, autonomyLevel, dialTurn }: Project): string {
  return `Dial of ${id} lowered to ${DIAL_WORDS[autonomyLevel]}: ${dialTurn.demoted?.because ?? ''}`
}

/** Every strike, the heaviest of each act. */
function strikesIn(acts: Act[]): Strike[] {
  const all: Strike[] = [
    ...acts.flatMap((act) => strike(act.id, act.mark?.verdict === 'wrong' ? act.mark.at : null, 'wrong')),
    ...undoingsIn(acts).map(({ act, at }) => ({ actId: act.id, at, what: 'undone' as const })),
    ...acts
      .filter(isHeldOwn)
      .flatMap((act) => [
        ...strike(
          act.id,
          act.status === 'cancelled' && act.by !== 'executor' ? act.updatedAt : null,
          'stopped',
        ),
        ...strike(act.id, act.edit && isHeavy(act.edit) ? act.edit.at : null, 'rewritten'),
      ]),
  ]
  return all.filter((each, index) => all.findIndex(({ actId }) => actId === each.actId) === index)
}

function strike(actId: string, at: string | null, what: Strike['what']): Strike[] {
  return at === null ? [] : [{ actId, at, what }]
}

/** What asked the PM from the start was no act of the agent's alone. */
const isHeldOwn = (act: Act) => isAlone(act) && act.gate.fate === 'hold'

const WORDS: Record<Strike['what'], string> = {
  wrong: 'marked wrong',
  undone: 'taken back',
  stopped: 'stopped before they went',
  rewritten: 'written anew',
}

/** "2 marked wrong, 1 stopped before they went, within 14 days." */
function becauseOf(strikes: Strike[]): string {
  const parts = [...Map.groupBy(strikes, ({ what }) => what)].map(
    ([what, all]) => `${all.length} ${WORDS[what]}`,
  )
  return `${parts.join(', ')}, within ${WINDOW_DAYS} days.`
}
