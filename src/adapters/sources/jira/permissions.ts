import { z } from 'zod'
import type { CallJira } from './call-jira.ts'

/** What the workbench needs in a project, by Jira's keys, as Jira's permission schemes call it. */
export const NEEDED = {
  BROWSE_PROJECTS: 'Browse Projects',
  ADD_COMMENTS: 'Add Comments',
  TRANSITION_ISSUES: 'Transition Issues',
  CREATE_ISSUES: 'Create Issues',
  EDIT_ISSUES: 'Edit Issues',
  ASSIGN_ISSUES: 'Assign Issues',
  SCHEDULE_ISSUES: 'Schedule Issues',
  LINK_ISSUES: 'Link Issues',
} as const
export type Needed = keyof typeof NEEDED

const answer = z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) })

/** Those that the token's account lacks in a project. `JiraRefused` (404) for a project that it can't see at all. */
export async function lackingIn(call: CallJira, projectKey: string): Promise<Needed[]> {
  const query = { permissions: Object.keys(NEEDED).join(','), projectKey }
  const { permissions } = await call({ method: 'GET', path: '/rest/api/3/mypermissions', query }, answer)
  return needed.options.filter((key) => permissions[key]?.havePermission !== true)
}

const needed = z.enum([
  ...(['BROWSE_PROJECTS', 'ADD_COMMENTS', 'TRANSITION_ISSUES', 'CREATE_ISSUES'] as const),
  ...(['EDIT_ISSUES', 'ASSIGN_ISSUES', 'SCHEDULE_ISSUES', 'LINK_ISSUES'] as const),
])
