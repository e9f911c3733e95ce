import type { Lost } from '#app/routes/decision/strip-words.ts'

/** Why a choice was not made: another one was first, the facts had changed, or nobody is signed in any more. */
export type Missed = { lost: Lost | null; hasChanged: boolean; isSignedOut: boolean }

export const NOTHING_MISSED: Missed = { lost: null, hasChanged: false, isSignedOut: false }
