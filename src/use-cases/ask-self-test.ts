import type { SelfTest } from '#src/domain/self-test.ts'

export type SelfTestDeps = {
  now(): Date
  selfTest(): Promise<SelfTest | undefined>
  /** Throws an error named `Conflict` when somebody else was first. */
  saveSelfTest(next: SelfTest): Promise<void>
}

/** Asks for every connection to be tried. Somebody who asked at the same moment asked for the same. */
export async function askSelfTest(deps: SelfTestDeps): Promise<void> {
  const before = await deps.selfTest()
  const askedAt = deps.now().toISOString()
  try {
    await deps.saveSelfTest({ state: 'asked', version: (before?.version ?? 0) + 1, askedAt })
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'Conflict') throw error
  }
}
