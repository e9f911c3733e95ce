import { z } from 'zod'
import type { AutonomyLevel } from './project.ts'

/** Every action type the product knows. Anything else is refused. Source: product.md, Autonomy. */
export const actionType = z.enum([
  'artefact_update',
  'heartbeat_log',
  'notification_internal',
  'jira_comment',
  'jira_status_change',
  'email_stakeholder',
  'email_external',
  'jira_create_ticket',
  'jira_assign',
  'jira_fields',
  'scope_change',
  'milestone_change',
  'delete_data',
  'share_confidential',
  'modify_integration_config',
  'change_own_autonomy_level',
])
export type ActionType = z.infer<typeof actionType>

/** What the agent may do without the PM's word. */
export type Boundary = 'auto' | 'hold' | 'approval' | 'never'

const TABLE: Record<ActionType, Boundary> = {
  artefact_update: 'auto',
  heartbeat_log: 'auto',
  notification_internal: 'auto',
  jira_comment: 'hold',
  jira_status_change: 'hold',
  email_stakeholder: 'hold',
  email_external: 'approval',
  jira_create_ticket: 'approval',
  jira_assign: 'approval',
  jira_fields: 'approval',
  scope_change: 'approval',
  milestone_change: 'approval',
  delete_data: 'never',
  share_confidential: 'never',
  modify_integration_config: 'never',
  change_own_autonomy_level: 'never',
}

/** Working minutes that a held act waits when its type has earned nothing yet. */
export const HOLD_MINUTES: Partial<Record<ActionType, number>> = {
  jira_comment: 5,
  jira_status_change: 5,
  email_stakeholder: 30,
}

/** A hold, in working minutes, and what has earned it. */
export const hold = z.object({ minutes: z.number().int().positive(), says: z.string() })
export type Hold = z.infer<typeof hold>

const ALWAYS_ON: readonly ActionType[] = ['heartbeat_log', 'notification_internal']

/** The table narrowed by the dial; the dial never widens it. An unlisted type is *never*. */
export function boundaryAt(type: string, dial: AutonomyLevel): Boundary {
  const known = actionType.safeParse(type)
  if (!known.success) return 'never'
  const listed = TABLE[known.data]
  if (listed === 'never' || ALWAYS_ON.includes(known.data)) return listed
  if (dial === 'monitoring') return 'approval'
  if (dial === 'artefact' && listed === 'hold') return 'approval'
  return listed
}

/** True for what leaves the workbench: at Observe none of it happens, not even with the PM's word. */
export function leavesTheWorkbench(type: ActionType): boolean {
  return type !== 'artefact_update' && !ALWAYS_ON.includes(type)
}
