import type { Answer } from '#src/sandbox/vendor/answer.ts'
import type { Grants } from '#src/sandbox/vendor/control.ts'
import { refused } from './answer.ts'
import type { Site } from './site.ts'

const NAMES: Record<string, string> = {
  BROWSE_PROJECTS: 'Browse Projects',
  ADD_COMMENTS: 'Add Comments',
  TRANSITION_ISSUES: 'Transition Issues',
  CREATE_ISSUES: 'Create Issues',
  EDIT_ISSUES: 'Edit Issues',
  ASSIGN_ISSUES: 'Assign Issues',
  SCHEDULE_ISSUES: 'Schedule Issues',
  LINK_ISSUES: 'Link Issues',
}

/** `GET /rest/api/3/mypermissions`: what the token's account may do in a project. `permissions` is required. */
export function myPermissions(
  query: URLSearchParams,
  { site, granted }: { site: Site; granted: Grants },
): Answer {
  const asked = query.get('permissions')
  if (!asked) return refused(400, "The 'permissions' query parameter is required.")
  const keys = asked.split(',')
  const unknown = keys.filter((key) => NAMES[key] === undefined)
  if (unknown.length > 0) return refused(400, `Unrecognized permission(s): ${unknown.join(', ')}`)
  const project = query.get('projectKey') ?? ''
  if (project !== '' && site.catalogue.project(project) === undefined)
    return refused(404, `No project could be found with key '${project}'.`)
  const permissions = keys.map((key, index): [string, object] => [
    key,
    {
      ...{ id: String(10 + index), key, name: NAMES[key], type: 'PROJECT', description: '' },
      havePermission: !granted.missing.includes(key),
    },
  ])
  return { status: 200, body: { permissions: Object.fromEntries(permissions) } }
}
