import { z } from 'zod'
import { clip } from './clip.ts'
import { instant } from './instant.ts'

/** The closed list of things the activity log records. */
export const eventKind = z.enum([
  'cycle_active',
  'cycle_failed',
  'source_blind',
  'source_back',
  'signal_unreadable',
  'matter_set_aside',
  'signal_set_aside',
  'change_seen',
  'change_routine',
  'escalation_raised',
  'escalation_grown',
  'escalation_decided',
  'escalation_undone',
  'escalation_dismissed',
  'escalation_snoozed',
  'escalation_replied',
  'escalation_reworked',
  'escalation_returned',
  'escalation_expired',
  'escalation_superseded',
  'escalation_kept_back',
  'act_held',
  'act_refused',
  'act_escalated',
  'act_done',
  'act_failed',
  'act_unknown',
  'act_cancelled',
  'artefact_updated',
  'dial_turned',
  'dial_lowered',
  'spot_check_drawn',
  'spot_check_marked',
  'memory_taught',
  'memory_edited',
  'memory_forgotten',
  'daily_summary',
  'self_tested',
  'person_edited',
  'hours_set',
  'away_began',
  'away_ended',
])
export type EventKind = z.infer<typeof eventKind>

/** One line of the activity log; kept 30 days. */
export const activityEvent = z.object({
  id: z.string(),
  version: z.literal(1),
  projectId: z.string(),
  kind: eventKind,
  at: instant,
  text: z.string().min(1),
  ref: z.string().nullable(),
  actId: z.string().nullable(),
  escalationId: z.string().nullable(),
  /** The change or mail that it tells, or the chief one of several. */
  signalId: z.string().nullable().default(null),
})
export type ActivityEvent = z.infer<typeof activityEvent>

/** A line of the log as it happens; what it is not about stays empty. */
export function eventOf(
  of: Pick<ActivityEvent, 'id' | 'projectId' | 'kind' | 'text'> & Partial<ActivityEvent>,
  at: Date,
): ActivityEvent {
  return {
    version: 1,
    at: at.toISOString(),
    ref: null,
    actId: null,
    escalationId: null,
    signalId: null,
    ...of,
    text: clip(of.text, 500),
  }
}

/** What the activity log can be narrowed to. */
export const eventGroup = z.enum(['decisions', 'acts', 'documents', 'changes', 'checks'])
export type EventGroup = z.infer<typeof eventGroup>

/** The group an event is of; a kind that is not known, from a newer version of the log, is a check's. */
export function groupOf(kind: string): EventGroup {
  if (kind.startsWith('escalation_') || kind.startsWith('memory_')) return 'decisions'
  if (/^(act|dial|spot|person|hours|away)_/.test(kind)) return 'acts'
  if (kind.startsWith('change_')) return 'changes'
  return kind === 'artefact_updated' ? 'documents' : 'checks'
}
