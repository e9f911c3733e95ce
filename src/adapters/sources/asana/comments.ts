import { z } from 'zod'
import { actIn, withMark } from './act-mark.ts'
import { AsanaRefused, AsanaUnreadable } from './asana-errors.ts'
import { gidOf } from './task-ref.ts'
import { storiesOf, taskPath, type AsanaSite } from './whole-tasks.ts'

/** What a write left behind: the story's gid, and where a person sees it. */
export type AsanaReceipt = { id: string; url: string }

/** Clocks differ. */
const TOLERANCE_MS = 900_000

const written = z.object({ data: z.object({ gid: z.string() }) })

/** Writes a comment whose last line names the act that writes it. */
export async function writeComment(
  site: AsanaSite,
  { key, text, actId }: { key: string; text: string; actId: string },
): Promise<AsanaReceipt> {
  const path = `${taskPath(gidOf(key))}/stories`
  const { data } = await site.call({ method: 'POST', path, data: { text: withMark(text, actId) } }, written)
  return { id: data.gid, url: linkTo(key) }
}

/** Looks for the comment that an act wrote: one of ours that ends with its mark, back to a quarter of an hour before `since`. */
export async function findComment(
  site: AsanaSite,
  { key, actId, since }: { key: string; actId: string; since: Date },
): Promise<AsanaReceipt | undefined> {
  const me = await site.me()
  const where = `GET ${taskPath(gidOf(key))}/stories`
  const stories = await storiesOf(site.call, gidOf(key))
  if (stories === 'gone') throw new AsanaRefused(404, `There is no ${key} any more.`, where)
  if (!Array.isArray(stories)) throw new AsanaUnreadable(stories.why, where)
  const oldest = new Date(since.getTime() - TOLERANCE_MS).toISOString()
  const found = stories.find(
    (story) =>
      story.created_by?.accountId === me && story.created_at >= oldest && actIn(story.text) === actId,
  )
  return found && { id: found.gid, url: linkTo(key) }
}

/** Asana's short address of a task, which needs no workspace. */
function linkTo(key: string): string {
  return `https://app.asana.com/0/0/${gidOf(key)}/f`
}
