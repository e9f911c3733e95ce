import { can, cannot, type Finding } from '#src/domain/self-test.ts'
import { tried } from '../tried.ts'
import { VendorProblem } from '../vendor-problem.ts'
import type { Jira } from './jira.ts'
import { NEEDED } from './permissions.ts'

/** The account first: without it there is nothing to say of a project. */
export async function tryOut(jira: Jira, projects: string[]): Promise<Finding[]> {
  const signIn = await tried('read', 'the site', jira.check)
  if (signIn.problem !== null || projects.length === 0) return [signIn]
  return (await Promise.all(projects.map((key) => inProject(jira, key)))).flat()
}

async function inProject(jira: Jira, key: string): Promise<Finding[]> {
  try {
    const lacking = await jira.lackingIn(key)
    const writes = lacking.filter((each) => each !== 'BROWSE_PROJECTS')
    const of = (what: Finding['can'], missing: typeof lacking) =>
      missing.length === 0 ? can(what, key) : cannot(what, key, missingWords(missing), SCHEME)
    return [
      of(
        'read',
        lacking.filter((each) => each === 'BROWSE_PROJECTS'),
      ),
      of('write', writes),
    ]
  } catch (error) {
    if (error instanceof VendorProblem) return [cannot('read', key, error.what, SCHEME)]
    throw error
  }
}

const missingWords = (missing: (keyof typeof NEEDED)[]) =>
  `${missing.map((each) => NEEDED[each]).join(', ')} is missing.`

const SCHEME =
  "In Jira, under Project settings, Permissions: give it to the workbench's account or to a role or group that it is in."
