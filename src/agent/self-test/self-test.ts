import { SOURCE_WORDS, type SourceName } from '#src/domain/cycle.ts'
import { eventOf, type ActivityEvent } from '#src/domain/event.ts'
import type { Project } from '#src/domain/project.ts'
import type { Finding, SelfTest, SourceFinding } from '#src/domain/self-test.ts'

export type SelfTestDeps = {
  now(): Date
  newId(at: Date, ...parts: (string | number)[]): string
  /** The connected ones. Each tries without changing anything, and never throws for what the vendor refuses. */
  sources: { source: SourceName; tryOut(projects: string[]): Promise<Finding[]> }[]
  projects(): Promise<Project[]>
  current(): Promise<SelfTest | undefined>
  save(next: SelfTest, events: ActivityEvent[]): Promise<void>
}

/** What each connection can read and write, as its vendor says now. Asked twice for the same moment, it answers once. */
export async function selfTest(deps: SelfTestDeps, { askedAt }: { askedAt: string }): Promise<void> {
  const asked = await deps.current()
  if (asked?.state !== 'asked' || asked.askedAt !== askedAt) return
  const keys = (await deps.projects()).map(({ id }) => id)
  const tried = deps.sources.map(async ({ source, tryOut }): Promise<SourceFinding[]> =>
    (await tryOut(keys)).map((each) => ({ source, ...each })),
  )
  const findings = (await Promise.all(tried)).flat()
  const at = deps.now()
  const next = {
    state: 'done',
    version: asked.version + 1,
    askedAt,
    testedAt: at.toISOString(),
    findings,
  } as const
  const id = deps.newId(new Date(askedAt), 'self_tested')
  const text = `Connections tested. ${wordsOf(findings)}`
  await deps.save(next, [eventOf({ id, projectId: 'GLOBAL', kind: 'self_tested', text }, at)])
}

function wordsOf(findings: SourceFinding[]): string {
  const failed = findings.filter(({ problem }) => problem !== null)
  if (failed.length === 0) return 'Each can read and write.'
  return failed
    .map(
      ({ source, can, where, problem }) => `${SOURCE_WORDS[source]} cannot ${can} ${where}: ${problem ?? ''}`,
    )
    .join(' ')
}
