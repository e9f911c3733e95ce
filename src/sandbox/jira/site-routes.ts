import { refused } from './answer.ts'
import type { Route } from './answer.ts'

/** The site itself: who asks, its fields, statuses and projects. */
export const siteRoutes: Route[] = [
  {
    method: 'GET',
    path: /^\/rest\/api\/3\/myself$/,
    run: (site, asked) => {
      const self = `${asked.base}/rest/api/3/user?accountId=${encodeURIComponent(site.account.accountId)}`
      return { status: 200, body: { ...site.account, self } }
    },
  },
  {
    method: 'GET',
    path: /^\/rest\/api\/3\/field$/,
    run: (site) => ({
      status: 200,
      body: [...site.catalogue.fieldNames].map(([id, name]) =>
        field(id, name, site.catalogue.requestFields.has(id)),
      ),
    }),
  },
  {
    method: 'GET',
    path: /^\/rest\/api\/3\/status$/,
    run: (site) => ({ status: 200, body: site.catalogue.statuses }),
  },
  {
    method: 'GET',
    path: /^\/rest\/api\/3\/project\/([^/]+)$/,
    run: (site, asked, [key = '']) => {
      const project = site.catalogue.project(key)
      if (project === undefined) return refused(404, `No project could be found with key '${key}'.`)
      return { status: 200, body: { ...project, self: `${asked.base}/rest/api/3/project/${key}` } }
    },
  },
]

function field(id: string, name: string, isRequest: boolean) {
  const custom = id.startsWith('customfield_')
  const type = isRequest ? 'com.atlassian.servicedesk:vp-origin' : undefined
  const schema = type && { schema: { type: 'sd-customerrequesttype', custom: type } }
  const shown = { id, key: id, name, custom, orderable: true, navigable: true, searchable: true }
  return { ...shown, clauseNames: [id], ...schema }
}
