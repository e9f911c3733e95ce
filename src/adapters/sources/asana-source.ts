import { can, cannot, type Finding } from '#src/domain/self-test.ts'
import type { Asana } from './asana/asana.ts'
import { marksOf } from './asana/marks.ts'
import { taskChanges } from './asana/task-changes.ts'
import { unreadable, whyUnreadable, type SignalSource } from './source.ts'
import { tried } from './tried.ts'
import { VendorProblem } from './vendor-problem.ts'

/** Asana as a source of signals. Its account is the host; its mark holds each project's sync token. */
export function asanaSource(asana: Asana, baseUrl: string): SignalSource {
  return {
    source: 'asana',
    account: new URL(baseUrl).hostname,
    check: () => whyUnreadable(asana.check),
    tryOut: async (keys) => {
      const signIn = await tried('read', 'the workspace', asana.check)
      if (signIn.problem !== null) return [signIn]
      const ours = keys.filter((key) => asana.projectGid(key) !== undefined)
      return (await Promise.all(ours.map((key) => inProject(asana, key)))).flat()
    },
    marked: async (keys, stretch) => {
      try {
        return await asana.markedComments(
          keys.flatMap((key) => asana.projectGid(key) ?? []),
          stretch,
        )
      } catch (error) {
        throw unreadable(error)
      }
    },
    changedSince: async function* (keys, { since, cursor }) {
      const projects = keys.flatMap((key) => asana.projectGid(key) ?? [])
      try {
        const query = { projects, marks: marksOf(cursor), since }
        for await (const page of asana.changedTasks(query))
          yield {
            changes: page.tasks.flatMap(taskChanges),
            unreadable: page.unreadable,
            gone: page.gone,
            upTo: page.isLast ? page.began : undefined,
            cursor: JSON.stringify(page.marks),
            isLast: page.isLast,
            mustKeep: page.mustKeep,
          }
      } catch (error) {
        throw unreadable(error)
      }
    },
    gone: async (refs) => {
      try {
        return await asana.gone(refs)
      } catch (error) {
        throw unreadable(error)
      }
    },
  }
}

async function inProject(asana: Asana, key: string): Promise<Finding[]> {
  try {
    const may = await asana.mayComment(asana.projectGid(key) ?? '')
    const write = may ? can('write', key) : cannot('write', key, 'Its account only views the project.', SHARE)
    return [can('read', key), write]
  } catch (error) {
    if (error instanceof VendorProblem) return [cannot('read', key, error.what, SHARE)]
    throw error
  }
}

const SHARE = "In Asana, Share on the project: add the token's account as Commenter or more."
