import { marksNow, usualMarks, type Marks, type Preferences } from '#src/domain/preferences.ts'

export type PreferencesDeps = {
  pm(): Promise<{ name: string }>
  preferences: {
    get(): Promise<Preferences>
    /** Throws an error named `Conflict` when they were changed meanwhile. */
    save(next: Preferences): Promise<void>
  }
}

/** The marks that stand under what is sent now, and those that there are where nobody worded any. */
export async function viewMarks(
  deps: PreferencesDeps,
): Promise<{ now: Marks; usual: ReturnType<typeof usualMarks> }> {
  const [{ name }, preferences] = await Promise.all([deps.pm(), deps.preferences.get()])
  return { now: marksNow(preferences, name), usual: usualMarks(name) }
}

/** Changes what the PM prefers, from the next thing that is sent or raised on. */
export async function setPreferences(
  deps: PreferencesDeps,
  asked: Partial<Pick<Preferences, 'marks' | 'interruptionsADay'>>,
): Promise<void> {
  const before = await deps.preferences.get()
  await deps.preferences.save({ ...before, ...asked, version: before.version + 1 })
}
