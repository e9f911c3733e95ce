import type { Act } from './act.ts'
import { isHeavy } from './act-edit.ts'
import type { ActionType } from './boundary.ts'
import { countsFrom, type TrustDay } from './clean-day.ts'
import type { AutonomyLevel, Project } from './project.ts'

/** What stands behind a dial: clean days, and communications that the PM approved. */
export type Earned = { cleanDays: number; approved: number }

/** What each setting of the dial needs before it is turned up to. Source: product.md, Autonomy. */
export const NEEDED: Record<AutonomyLevel, Earned> = {
  monitoring: { cleanDays: 0, approved: 0 },
  artefact: { cleanDays: 7, approved: 0 },
  tactical: { cleanDays: 14, approved: 5 },
}

const COMMUNICATIONS: readonly ActionType[] = ['jira_comment', 'email_stakeholder', 'email_external']

/** What a project has earned: days need not be in a row, and silence is no approval. */
export function earnedBy(project: Project, days: TrustDay[], acts: Act[]): Earned {
  const from = countsFrom(project)
  const approved = acts.filter((act) => act.updatedAt >= from && isApproved(act))
  return { cleanDays: days.filter(({ stains }) => stains.length === 0).length, approved: approved.length }
}

/** Done with the PM's word; one that was edited a little was approved, one that was written anew was not. */
function isApproved(act: Act): boolean {
  if (!COMMUNICATIONS.includes(act.kind) || act.status !== 'done') return false
  if (act.outcome === 'approved') return true
  return act.outcome === 'edited' && act.edit !== null && !isHeavy(act.edit)
}

/** What is missing for a setting, exactly; null when nothing is. */
export function missingFor(level: AutonomyLevel, earned: Earned): string | null {
  const needed = NEEDED[level]
  const missing = [
    ...lack(earned.cleanDays, needed.cleanDays, 'clean days'),
    ...lack(earned.approved, needed.approved, 'approved communications'),
  ]
  return missing.length === 0 ? null : missing.join(' ')
}

function lack(have: number, needed: number, what: string): string[] {
  return have >= needed ? [] : [`${have} of ${needed} ${what}; ${needed - have} more.`]
}
