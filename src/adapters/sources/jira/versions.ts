import { z } from 'zod'
import { JiraRefused } from './jira-errors.ts'
import type { JiraReceipt } from './receipt.ts'
import type { JiraSite } from './site-facts.ts'

type MoveVersion = { project: string; name: string; day: string; was?: string | undefined }

/** Gives a release of a project another day. A day is absolute, so that giving it twice is giving it once. */
export async function moveVersion(site: JiraSite, act: MoveVersion): Promise<JiraReceipt> {
  const version = await versionNow(site, act)
  if (version.releaseDate === act.day)
    throw new JiraRefused(null, `${act.name} has that day already.`, 'not sent', 'Nothing needs to be done.')
  if (act.was !== undefined && version.releaseDate !== act.was) {
    const what = `${act.name} has moved on to ${version.releaseDate ?? 'no day'} since.`
    throw new JiraRefused(null, what, 'not sent', 'Nothing was changed.')
  }
  const path = `/rest/api/3/version/${version.id}`
  await site.call({ method: 'PUT', path, body: { releaseDate: act.day } }, z.unknown())
  return receipt(site, act, version)
}

/** That it has the day is all that can be asked of a release: it bears no mark of ours. What it had before is then not known. */
export async function findMoved(site: JiraSite, act: MoveVersion): Promise<JiraReceipt | undefined> {
  const version = await versionNow(site, act)
  return version.releaseDate === act.day ? { ...receipt(site, act, version), before: undefined } : undefined
}

const versions = z.array(z.object({ id: z.string(), name: z.string(), releaseDate: z.string().nullish() }))
type Version = z.infer<typeof versions>[number]

async function versionNow(site: JiraSite, { project, name }: MoveVersion): Promise<Version> {
  const path = `/rest/api/3/project/${encodeURIComponent(project)}/versions`
  const all = await site.call({ method: 'GET', path }, versions)
  const found = all.find((each) => each.name === name)
  if (found) return found
  throw new JiraRefused(
    null,
    `${project} has no release ${name} in Jira.`,
    `GET ${path}`,
    'Change its day where it is kept.',
  )
}

function receipt(site: JiraSite, { project }: MoveVersion, { id, releaseDate }: Version): JiraReceipt {
  const before = { id: releaseDate ?? null, words: releaseDate ?? 'no day' }
  return { id, url: `${site.baseUrl}/projects/${project}/versions/${id}`, before }
}
