import type { JiraContext } from './jira-issue.ts'
import type { FieldPremise } from './premise.ts'

/** Why a ticket does not stand any more as we left one of its fields, in words; null while it does. */
export function movedOn(
  context: JiraContext,
  { ticket, field, name, value }: FieldPremise,
  now: Date,
): string | null {
  const because = (so: boolean, says: string) => (so ? null : `${ticket} has moved on since: ${says}`)
  switch (field) {
    case 'assignee': {
      const who = context.assignee
      return because((who?.accountId ?? null) === value, who ? `it is ${who.name}’s` : 'nobody has it')
    }
    case 'flag':
      return because(
        context.flagged === (value !== null),
        context.flagged ? 'it is flagged' : 'its flag is off',
      )
    case 'due_date':
      return because(
        context.dueDate === value,
        context.dueDate ? `it is due on ${context.dueDate}` : 'it has no due date',
      )
    case 'sprint': {
      const running = context.sprints
        .filter(({ endAt }) => endAt === null || endAt > now.toISOString())
        .at(-1)
      return because(
        (running?.id ?? null) === value,
        running ? `it is in ${running.name}` : 'it is in no sprint',
      )
    }
    case 'milestone': {
      const isIn = context.versions.some((version) => version.name === name)
      return because(isIn === (value !== null), `it is ${isIn ? '' : 'not '}in ${name ?? ''}`)
    }
    case 'link':
      // How a ticket reads tells of links that block; of the others the tracker itself is asked when it goes.
      if (name !== 'blocks' || value === null) return null
      return because(context.blocks.includes(value), `it does not block ${value}`)
  }
}
