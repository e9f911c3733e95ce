import type { Act } from './act.ts'
import { isHeavy } from './act-edit.ts'
import { localDate, startOfLocalDay } from './calendar.ts'
import { dayAfter } from './day.ts'
import { endingOf, isAlone } from './graduation.ts'
import type { Memory } from './memory.ts'
import type { Project } from './project.ts'
import { undoingsIn } from './undoings.ts'

/** So far back are days looked at. */
const DAYS = 30
/** A day with this many minutes blind, or more, is not clean. */
const BLIND_MINUTES = 30

/** What days are judged by: acts and memories of one project, local days with a check, and spells of any source. */
export type DayFacts = {
  acts: Act[]
  memories: Memory[]
  checkedOn: string[]
  blind: { since: string; until: string | null }[]
}

/** Why a day was not clean, and how often (minutes, where it was blind). */
export type Stain = {
  what: 'no check' | 'stopped' | 'rewritten' | 'undone' | 'wrong' | 'blind'
  times: number
}

/** A local day, `yyyy-MM-dd`; it was clean if nothing speaks against it. */
export type TrustDay = { day: string; stains: Stain[] }

/**
 * The days that are over, oldest first, since the project was connected or its dial was lowered by rule, 30 at most. A clean
 * one has a check, no stop, no text written anew, nothing taken back or marked wrong, and less than half an hour blind.
 * Source: product.md, Autonomy.
 */
export function daysOf(facts: DayFacts, project: Project, now: Date, zone: string): TrustDay[] {
  const today = localDate(now, zone)
  const first = [firstDay(project, zone), dayAfter(today, -DAYS)].sort().at(-1) ?? today
  const on = againstEach(facts, zone)
  const days: TrustDay[] = []
  for (let day = first; day < today; day = dayAfter(day)) days.push({ day, stains: on(day) })
  return days
}

/** From when on evidence counts: connected, or lowered by rule, whichever is later. */
export function countsFrom({ connectedAt, dialTurn }: Project): string {
  return dialTurn.demoted?.at ?? connectedAt
}

function firstDay(project: Project, zone: string): string {
  const day = localDate(new Date(countsFrom(project)), zone)
  return project.dialTurn.demoted ? dayAfter(day) : day
}

function againstEach({ acts, memories, checkedOn, blind }: DayFacts, zone: string) {
  const onDay = (moments: string[]) => Map.groupBy(moments, (at) => localDate(new Date(at), zone))
  const moments = {
    stopped: onDay(
      acts.flatMap((act) => (isAlone(act) && endingOf(act) === 'cancelled' ? act.updatedAt : [])),
    ),
    rewritten: onDay(acts.flatMap(({ edit }) => (edit && isHeavy(edit) ? edit.at : []))),
    undone: onDay(undoingsIn(acts).map(({ at }) => at)),
    wrong: onDay([...memories.filter(isWrongMark).map(({ at }) => at), ...acts.flatMap(wrongAt)]),
  }
  return (day: string): Stain[] => {
    const said = (['stopped', 'rewritten', 'undone', 'wrong'] as const).map((what) => ({
      ...{ what, times: moments[what].get(day)?.length ?? 0 },
    }))
    const minutes = blindMinutes(blind, startOfLocalDay(day, zone), startOfLocalDay(dayAfter(day), zone))
    const unseen: Stain[] = minutes < BLIND_MINUTES ? [] : [{ what: 'blind', times: minutes }]
    const unchecked: Stain[] = checkedOn.includes(day) ? [] : [{ what: 'no check', times: 1 }]
    return [...unchecked, ...said.filter(({ times }) => times > 0), ...unseen]
  }
}

const wrongAt = ({ mark }: Act) => (mark?.verdict === 'wrong' ? [mark.at] : [])

/** The PM said "wrong"; what a dismissal or a choice taught is no such word. */
function isWrongMark(memory: Memory): boolean {
  return memory.teaches === 'importance' || (memory.teaches === 'silence' && memory.reason === null)
}

/** Minutes of a stretch in which any source could not be read; two at once count once. */
function blindMinutes(spells: DayFacts['blind'], from: Date, to: Date): number {
  const within = spells
    .map(({ since, until }) => ({
      from: Math.max(Date.parse(since), from.getTime()),
      to: Math.min(until === null ? Infinity : Date.parse(until), to.getTime()),
    }))
    .sort((a, b) => a.from - b.from)
  let [blind, upTo] = [0, from.getTime()]
  for (const spell of within) {
    blind += Math.max(0, spell.to - Math.max(spell.from, upTo))
    upTo = Math.max(upTo, spell.to)
  }
  return Math.floor(blind / 60_000)
}
