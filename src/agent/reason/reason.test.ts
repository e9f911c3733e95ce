import { describe, expect, test } from 'vitest'
import type { Matter } from '#src/domain/matter.ts'
import type { Signal } from '#src/domain/signal.ts'
import { aFlag, aMatter, aSignal } from '../../../tests/fixtures/builders.ts'
import { hours, NINE, nine } from '../../../tests/fixtures/desk.ts'
import type { PageOfCheck } from '../messages.ts'
import { triage } from '../rules/triage.ts'
import { reason } from './reason.ts'

const flag = aFlag()
const blocked: Partial<Matter> = {
  context: flag.context,
  unownedSince: '2026-10-15T08:00:00.000Z',
  signalIds: [flag.id],
  anchors: { flag: flag.id },
}
const check: PageOfCheck = {
  ...{ slot: nine, startedAt: nine, page: 1, pages: 1, quiet: false, more: false, signals: 1, readings: [] },
  desk: { pmName: 'Morgan Reid', workingHours: hours },
}

/** One matter, its signals, which of them stand on this check's page, and whether it is due another look. */
async function reasoned(
  about: Matter,
  signals: Signal[],
  onPage: Signal[],
  again = false,
): Promise<Matter[]> {
  const saved: Matter[] = []
  const judged = signals.map((each) => ({ ...each, verdict: triage(each, NINE) ?? null }))
  await reason(
    {
      now: () => NINE,
      page: async () => onPage.map((each) => each.id),
      again: async () => (again ? [{ projectId: about.projectId, id: about.id }] : []),
      signals: async (ids) => judged.filter((each) => ids.includes(each.id)),
      matters: async (refs) => (refs.some((ref) => ref.id === about.id) ? [about] : []),
      saveMatter: async (next) => void saved.push(next),
      raidLog: async () => ({ items: [] }),
    },
    check,
  )
  return saved
}

const placed = (signal: Signal): Signal => ({ ...signal, projectId: 'SP', matterId: 'SP-1' })
const settled = (signal: Signal): Signal => ({ ...placed(signal), state: 'settled' })

describe('reasoning about one matter', () => {
  test('a flag under any number of newer comments still becomes a decision', async () => {
    const talk = Array.from({ length: 45 }, (_, n) =>
      placed(
        aSignal({ externalId: `comment-${n}`, id: `jira/x/comment-${n}`, kind: 'comment', text: 'Hello' }),
      ),
    )
    const about = aMatter({ ...blocked, signalIds: talk.slice(-40).map((each) => each.id) })
    const [saved] = await reasoned(about, [placed(flag), ...talk], [placed(flag), ...talk])
    expect(saved?.proposal?.draft?.title).toBe('Crane booking stands still: blocked, nobody on it')
  })

  test('what was too early to ask is asked when it is looked at again, though nothing happened', async () => {
    const about = aMatter(blocked)
    expect(await reasoned(about, [settled(flag)], [])).toEqual([])
    const [saved] = await reasoned(about, [settled(flag)], [], true)
    expect(saved?.proposal?.draft?.matterId).toBe('SP-1')
  })

  test('a proposal that a check left behind is dropped when the facts no longer make it', async () => {
    const left = aMatter({ proposal: { draft: null, overtaken: 'old', acts: [], raid: [] } })
    const [saved] = await reasoned(left, [placed(aSignal())], [placed(aSignal({ kind: 'rank' }))])
    expect(saved?.proposal?.overtaken ?? null).toBeNull()
  })

  test('a matter that no rule can cope with is set aside with the reason', async () => {
    const [saved] = await reasonedAt({ ...hours, from: '22:00', to: '06:00' })
    expect(saved?.proposal).toBeNull()
    expect(saved?.problem).toMatch(/working minutes/)
  })
})

async function reasonedAt(workingHours: typeof hours): Promise<Matter[]> {
  const before = check.desk.workingHours
  check.desk.workingHours = workingHours
  const saved = await reasoned(aMatter(blocked), [placed(flag)], [placed(flag)])
  check.desk.workingHours = before
  return saved
}
