import { thingOf } from '#app/act-words.ts'
import { counted, dayAndClock, inSentence } from '#app/times.ts'
import type { StatusState } from '#app/status-words.ts'

const LONGEST = 90

/** What the first line is composed from. Times are business time. */
export type Picture = {
  now: string
  zone: string
  /** `blind`: the sources that can't be read, `seen`: those that can, by their names. `until`: of a leave, in words. */
  agent: { state: StatusState; since: string | null; until?: string; blind: string[]; seen: string[] }
  /** A source that came back since the PM last looked. */
  healed: { source: string; thing: string; from: string; to: string; changed: number } | null
  /** Since when no decision was raised or answered, if that was on an earlier day. */
  quiet: { since: string; checks: number; failed: number } | null
  /** Decisions whose time has not come yet. */
  pending: { decideBy: string | null }[]
  late: number
  goingOut: { kind: string; at: string }[]
  read: { changes: number; since: string | null; raised: number }
}

/** `strong` says the one thing that matters most, `rest` what goes with it; together at most 90 characters. */
export type Sentence = { strong: string; rest: string }

/** The day in one sentence, by code, from counts. Source: screens.md, microcopy of Mission Control. */
export function sentenceOf(picture: Picture): Sentence {
  const trouble = troubleOf(picture)
  const decisions = decisionsOf(picture)
  if (trouble) return fit({ strong: trouble.strong, rest: decisions ? whole(decisions) : trouble.rest }, [])
  return fit(healedOf(picture) ?? decisions ?? quiet(picture), [goingOutWords(picture)])
}

function troubleOf({ agent, now, zone }: Picture): Sentence | undefined {
  const since = agent.since === null ? '' : ` since ${dayAndClock(agent.since, now, zone)}`
  switch (agent.state) {
    case 'never':
      return { strong: 'No check yet.', rest: 'Nothing has been read.' }
    case 'stopped':
      return { strong: `No check${since}.`, rest: 'Nothing here is current.' }
    case 'blind':
      if (agent.seen.length > 0)
        return {
          strong: `${agent.blind.join(' and ')} cannot be read${since}.`,
          rest: `Nothing needs you in ${agent.seen.join(' and ')}.`,
        }
      return { strong: `Nothing can be read${since}.`, rest: 'This is the picture as of then.' }
    case 'paused':
      return { strong: `Paused${since}.`, rest: 'Watching goes on; nothing leaves.' }
    case 'away':
      return { strong: `You are away${agent.until ?? ''}.`, rest: 'Nothing is sent in your name.' }
    case 'active':
      return undefined
  }
}

function decisionsOf({ pending, late, now, zone }: Picture): Sentence | undefined {
  const total = pending.length + late
  if (total === 0) return undefined
  if (pending.length === 0)
    return {
      strong: late === 1 ? '1 decision is past its time.' : `${late} decisions are past their time.`,
      rest: 'Nothing was sent.',
    }
  const first = pending
    .map(({ decideBy }) => decideBy)
    .filter((at) => at !== null)
    .sort()[0]
  if (total === 1)
    return first === undefined
      ? { strong: '1 decision needs you.', rest: '' }
      : { strong: '1 decision needs you', rest: `, by ${inSentence(first, now, zone)}.` }
  const strong = `${total} decisions need you.`
  if (late > 0) return { strong, rest: `${late} of them past ${late === 1 ? 'its' : 'their'} time.` }
  return { strong, rest: first === undefined ? '' : `The first by ${inSentence(first, now, zone)}.` }
}

/** Shown until it is marked as seen, with how many decisions wait. */
function healedOf({ healed, pending, late, now, zone }: Picture): Sentence | undefined {
  if (!healed) return undefined
  const { source, thing, from, to, changed } = healed
  const waiting = pending.length + late
  const needs = waiting === 0 ? 'nothing needs you' : `${waiting} ${waiting === 1 ? 'needs' : 'need'} you`
  const span = `from ${dayAndClock(from, now, zone)} to ${dayAndClock(to, now, zone)}`
  const were = changed === 1 ? 'was' : 'were'
  return { strong: `${source} is back.`, rest: `${counted(changed, thing)} ${span} ${were} read: ${needs}.` }
}

function quiet({ read, quiet: long, now, zone }: Picture): Sentence {
  if (long && read.changes === 0)
    return {
      strong: `Nothing needs you since ${dayAndClock(long.since, now, zone)}.`,
      rest: `${counted(long.checks, 'check')}, ${long.failed} failed.`,
    }
  const strong = 'Nothing needs you.'
  if (read.since === null || read.changes === 0) return { strong, rest: '' }
  const routine = read.raised === 0 ? ', all routine' : ''
  const since = dayAndClock(read.since, now, zone)
  return { strong, rest: `${counted(read.changes, 'change')} read since ${since}${routine}.` }
}

function goingOutWords({ goingOut, now, zone }: Picture): string {
  const [first] = goingOut
  if (!first) return ''
  if (goingOut.length === 1)
    return `1 ${thingOf(first.kind)} goes out at ${dayAndClock(first.at, now, zone)}.`
  return `${goingOut.length} things go out, the first at ${dayAndClock(first.at, now, zone)}.`
}

const whole = ({ strong, rest }: Sentence) => join(strong, rest)

const join = (first: string, second: string) =>
  second === '' || /^[,.]/.test(second) ? `${first}${second}` : `${first} ${second}`

/** Adds what still fits on the line. */
function fit(sentence: Sentence, more: string[]): Sentence {
  return more.reduce((so, words) => {
    const rest = join(so.rest, words).trim()
    return words !== '' && join(so.strong, rest).length <= LONGEST ? { ...so, rest } : so
  }, sentence)
}
