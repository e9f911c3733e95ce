import { addDays } from 'date-fns/addDays'
import { addMinutes } from 'date-fns/addMinutes'
import { differenceInDays } from 'date-fns/differenceInDays'
import { differenceInSeconds } from 'date-fns/differenceInSeconds'
import type { Session } from '#src/domain/session.ts'

const SESSION_DAYS = 30
const MOST_FAILURES = 5
const WINDOW_MINUTES = 15
const LIMIT = 'sign-in'

type Limit = { name: string; version: number; tries: string[] }

/** What signing in needs. Times are real time. */
export type SignInDeps = {
  credentials(): Promise<{ email: string; passwordHash: string }>
  verifyPassword(password: string, hash: string): Promise<boolean>
  pmName(): Promise<string>
  sessions: {
    get(id: string): Promise<Session | undefined>
    list(): Promise<Session[]>
    save(next: Session): Promise<void>
  }
  limits: { get(name: string): Promise<Limit>; save(next: Limit): Promise<void> }
  newId(): string
  realNow(): Date
}

/** Email or password, and nobody is told which. */
export class WrongCredentials extends Error {
  override name = 'WrongCredentials'
}

/** Five failures within a quarter of an hour; `minutes` is the wait. */
export class TooManyTries extends Error {
  override name = 'TooManyTries'
  readonly minutes: number
  constructor(minutes: number) {
    super(`Too many tries. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`)
    this.minutes = minutes
  }
}

/**
 * Opens a session. The try is counted before the password is looked at, so that tries sent at once can't slip past
 * the limit. Throws {@link WrongCredentials} or {@link TooManyTries}.
 */
export async function signIn(
  deps: SignInDeps,
  asked: { email: string; password: string; device: string },
): Promise<Session> {
  const counted = await countTry(deps)
  const { email, passwordHash } = await deps.credentials()
  const passwordFits = await deps.verifyPassword(asked.password, passwordHash)
  if (!passwordFits || asked.email.trim().toLowerCase() !== email.toLowerCase())
    throw new WrongCredentials('This email and password do not go together.')
  // Whoever signs in at the same moment has counted or cleared it already.
  await deps.limits.save({ ...counted, version: counted.version + 1, tries: [] }).catch(ignoreConflict)
  return openSession(deps, { email, device: asked.device })
}

/** The session of a browser, while it is neither revoked nor run out; a session in use is never more than a day from its full 30. */
export async function whoAsks(
  deps: Pick<SignInDeps, 'sessions' | 'realNow'>,
  id: string,
): Promise<Session | undefined> {
  const found = await deps.sessions.get(id)
  const now = deps.realNow()
  if (!found || found.revoked || found.expiresAtIso <= now.toISOString()) return undefined
  if (differenceInDays(new Date(found.expiresAtIso), now) >= SESSION_DAYS - 1) return found
  const next = { ...found, version: found.version + 1, expiresAtIso: fullTerm(now) }
  await deps.sessions.save(next).catch(ignoreConflict)
  return next
}

/** Revokes a session for good. */
export async function signOut(deps: Pick<SignInDeps, 'sessions'>, id: string): Promise<void> {
  const found = await deps.sessions.get(id)
  if (found && !found.revoked)
    await deps.sessions.save({ ...found, version: found.version + 1, revoked: true })
}

async function countTry({ limits, realNow }: SignInDeps): Promise<Limit> {
  const now = realNow()
  const limit = await limits.get(LIMIT)
  const since = addMinutes(now, -WINDOW_MINUTES).toISOString()
  const tries = limit.tries.filter((at) => at > since)
  const [oldest] = tries.slice(-MOST_FAILURES)
  if (tries.length >= MOST_FAILURES && oldest) throw new TooManyTries(minutesLeft(oldest, now))
  const next = { ...limit, version: limit.version + 1, tries: [...tries, now.toISOString()] }
  await limits.save(next).catch((error: unknown) => {
    if (isConflict(error)) throw new TooManyTries(1)
    throw error
  })
  return next
}

function minutesLeft(oldest: string, now: Date): number {
  const free = addMinutes(new Date(oldest), WINDOW_MINUTES)
  return Math.max(1, Math.ceil(differenceInSeconds(free, now) / 60))
}

async function openSession(deps: SignInDeps, who: { email: string; device: string }): Promise<Session> {
  const now = deps.realNow()
  const session: Session = {
    id: deps.newId(),
    version: 1,
    email: who.email,
    name: await deps.pmName(),
    device: nameOfDevice(who.device, await liveDevices(deps, now)),
    createdAt: now.toISOString(),
    expiresAtIso: fullTerm(now),
    revoked: false,
  }
  await deps.sessions.save(session)
  return session
}

async function liveDevices({ sessions }: SignInDeps, now: Date): Promise<string[]> {
  const all = await sessions.list()
  return all
    .filter((each) => !each.revoked && each.expiresAtIso > now.toISOString())
    .map((each) => each.device)
}

/** "Chrome on Linux", and "Chrome on Linux (2)" for the next one: two browsers must be told apart on screen. */
function nameOfDevice(kind: string, taken: string[]): string {
  let name = kind
  for (let n = 2; taken.includes(name); n++) name = `${kind} (${n})`
  return name
}

const fullTerm = (now: Date) => addDays(now, SESSION_DAYS).toISOString()

/** Another request was first, and has done the same. */
function ignoreConflict(error: unknown): void {
  if (!isConflict(error)) throw error
}

const isConflict = (error: unknown) => error instanceof Error && error.name === 'Conflict'
