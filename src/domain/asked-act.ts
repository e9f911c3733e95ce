import { z } from 'zod'
import type { ActPayload } from './act.ts'
import type { Person } from './person.ts'
import { ticketKey } from './ticket-key.ts'

const key = z.string().trim().toUpperCase().pipe(ticketKey)
const personOf = z.string().min(3)
const day = z.iso.date()

/** What the PM can ask for by name, in their own words. */
export const askedAct = z.discriminatedUnion('what', [
  z.object({ what: z.literal('comment'), key, text: z.string().trim().min(1).max(2000) }),
  z.object({ what: z.literal('assign'), key, person: personOf }),
  z.object({ what: z.literal('flag'), key }),
  z.object({ what: z.literal('unflag'), key }),
  z.object({ what: z.literal('due'), key, day: day.or(z.literal('')) }),
  z.object({ what: z.literal('out-of-sprint'), key }),
  z.object({ what: z.literal('link'), key, how: z.enum(['blocks', 'relates to']), other: key }),
  z.object({ what: z.literal('scope'), key, milestone: z.string().min(1), into: z.enum(['into', 'out of']) }),
  z.object({ what: z.literal('milestone'), project: z.string().min(1), milestone: z.string().min(1), day }),
  z.object({
    ...{ what: z.literal('mail'), project: z.string().min(1), person: personOf },
    ...{ subject: z.string().trim().min(1).max(200), text: z.string().trim().min(1).max(4000) },
  }),
])
export type AskedAct = z.infer<typeof askedAct>
export type AskedWhat = AskedAct['what']

/** The project that an asked act is about. */
export function projectOf(asked: AskedAct): string {
  return 'key' in asked ? asked.key.replace(/-\d+$/, '') : asked.project
}

/** The act that was asked for. Whom a comment names with `@` and their whole name is mentioned; who is outside makes a mail external. */
export function payloadOf(asked: AskedAct, people: readonly Person[]): ActPayload {
  switch (asked.what) {
    case 'comment': {
      const { key: on, text } = asked
      const mentions = people.filter(
        ({ name, accountId }) => accountId !== undefined && text.includes(`@${name}`),
      )
      return { kind: 'jira_comment', key: on, text, mentions: mentions.map(({ id }) => id) }
    }
    case 'assign':
      return { kind: 'jira_assign', key: asked.key, assignee: asked.person }
    case 'flag':
    case 'unflag':
      return { kind: 'jira_fields', key: asked.key, change: { field: 'flag', on: asked.what === 'flag' } }
    case 'due':
      return { kind: 'jira_fields', key: asked.key, change: { field: 'due_date', day: asked.day || null } }
    case 'out-of-sprint':
      return { kind: 'jira_fields', key: asked.key, change: { field: 'sprint', sprint: null } }
    case 'link': {
      const { how, other } = asked
      return { kind: 'jira_fields', key: asked.key, change: { field: 'link', how, other, on: true } }
    }
    case 'scope': {
      const { milestone, into } = asked
      return { kind: 'scope_change', key: asked.key, milestone, into: into === 'into' }
    }
    case 'milestone': {
      const { project, milestone } = asked
      return { kind: 'milestone_change', project, milestone, dueOn: asked.day }
    }
    case 'mail': {
      const isOutside = people.find(({ id }) => id === asked.person)?.class === 'external'
      const { subject, text } = asked
      const kind = isOutside ? 'email_external' : 'email_stakeholder'
      return { kind, to: [asked.person], cc: [], subject, text, replyTo: null }
    }
  }
}
