import { z } from 'zod'
import type { CallAsana } from './call-asana.ts'

const project = z.object({ data: z.object({ name: z.string(), workspace: z.object({ gid: z.string() }) }) })
const memberships = z.object({ data: z.array(z.object({ access_level: z.string().nullish() })) })

/** Reads a project and its workspace by name; `AsanaRefused` where the token's account may not. */
export async function readProject(call: CallAsana, gid: string): Promise<void> {
  await call({ method: 'GET', path: `/projects/${gid}`, query: { opt_fields: 'name,workspace' } }, project)
}

/** Whether the token's account may comment in a project: a viewer may not. Who is in it by a team has no level of its own. */
export async function mayComment(call: CallAsana, gid: string): Promise<boolean> {
  const query = { user: 'me', opt_fields: 'access_level' }
  const path = `/projects/${gid}/project_memberships`
  const { data } = await call({ method: 'GET', path, query }, memberships)
  return data.length === 0 || data.some(({ access_level }) => access_level !== 'viewer')
}
