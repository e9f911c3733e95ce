/** A task's name here: the key of its project and its gid, as a ticket's key reads. */
export function refOf(key: string, gid: string): string {
  return `${key}-${gid}`
}

/** The task's gid. */
export function gidOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('-') + 1)
}

/** The key of its project. */
export function keyOf(ref: string): string {
  return ref.slice(0, ref.lastIndexOf('-'))
}
