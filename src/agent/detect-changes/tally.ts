import type { SourceReading } from '#src/domain/cycle.ts'
import type { Signal } from '#src/domain/signal.ts'
import { countedBy } from './own-count.ts'
import type { Page, Watched } from './watched.ts'

/** The read that was tallied: `since` as it was asked, `readUpTo` as the checkpoint had it. */
type Read = {
  projects: string[]
  since: Date | undefined
  readUpTo: string | undefined
  bootstrapped: boolean
  at: Date
  brought: number
}

/** What a read's pages held, whether new or not. */
export class Tally {
  readonly #refs = new Set<string>()
  #excluded = 0
  #resynced = false
  #upTo: Date | undefined
  #late: Signal[] = []

  add(
    { changes, unreadable, excluded = 0, resynced = false, upTo, isLast }: Page,
    { late }: { late: Signal[] },
  ): void {
    this.#late.push(...late)
    for (const { raw } of changes) this.#refs.add(raw.ref)
    for (const { ref } of unreadable) this.#refs.add(ref)
    this.#excluded += excluded
    this.#resynced ||= resynced
    if (isLast) this.#upTo = upTo
  }

  /** Said before they are recorded: afterwards nobody could tell that they were late. */
  async tellLate(watched: Watched, at: Date): Promise<void> {
    const [oldest] = this.#late.map(({ occurredAt }) => occurredAt).sort()
    if (oldest === undefined) return
    const until = at.toISOString()
    await watched.saveResync({ since: oldest, until, read: this.#late.length, why: 'late' })
  }

  /** For the check's record: what was left alone, the gap after a resync, and the source's own count. */
  async told(
    deps: { known(ids: string[]): Promise<Set<string>> },
    watched: Watched,
    read: Read,
  ): Promise<Partial<SourceReading>> {
    const excluded = this.#excluded > 0 ? { excluded: this.#excluded } : {}
    if (!read.bootstrapped || !read.readUpTo) return excluded
    if (this.#resynced) {
      const until = read.at.toISOString()
      await watched.saveResync({ since: read.readUpTo, until, read: read.brought, why: 'forgotten' })
    }
    const counted = await this.#counted(deps, watched, read)
    return { ...excluded, ...(counted && { counted }) }
  }

  /** Asked when there was something, and on the hour: a source that has gone quiet for good is then found out. */
  async #counted(
    deps: { known(ids: string[]): Promise<Set<string>> },
    watched: Watched,
    { projects, since, readUpTo = '', at, brought }: Read,
  ): Promise<SourceReading['counted']> {
    const isHour = at.getUTCMinutes() === 0
    if (!this.#upTo || !since || (brought + this.#excluded === 0 && !isHour)) return undefined
    const stretch = { since, from: new Date(readUpTo), upTo: this.#upTo }
    return await countedBy(deps, watched, { projects, stretch, refs: this.#refs, excluded: this.#excluded })
  }
}
