import { randomBytes } from 'node:crypto'
import { businessNow, pace, realNow } from '#src/adapters/clock.ts'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { connectArtefacts } from '#src/adapters/dynamo/artefacts.ts'
import { connectCycles } from '#src/adapters/dynamo/cycles.ts'
import { connectEscalations } from '#src/adapters/dynamo/escalations.ts'
import { connectEvents } from '#src/adapters/dynamo/events.ts'
import { connectPm, connectProjects } from '#src/adapters/dynamo/projects.ts'
import { connectRateLimits } from '#src/adapters/dynamo/rate-limits.ts'
import { connectSessions } from '#src/adapters/dynamo/sessions.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { env, required } from '#src/adapters/env.ts'
import { idFor } from '#src/adapters/ids.ts'
import { verifyPassword } from '#src/adapters/password.ts'
import { mintLiveToken } from '#src/adapters/push/live-token.ts'
import { liveTokenKey, webCredentials } from '#src/adapters/secrets.ts'
import type { DismissReason } from '#src/domain/escalation.ts'
import { decide, type Choice } from '#src/use-cases/decide.ts'
import type { DecisionDeps } from '#src/use-cases/deps.ts'
import { dismiss } from '#src/use-cases/dismiss.ts'
import { setPaused } from '#src/use-cases/pause.ts'
import { sendNow } from '#src/use-cases/send-now.ts'
import { signIn, signOut, whoAsks, type SignInDeps } from '#src/use-cases/sign-in.ts'
import { stopHeld, type Stop } from '#src/use-cases/stop-held.ts'
import { viewToday } from '#src/use-cases/today.ts'
import { undoDecision, type TakenBack } from '#src/use-cases/undo-decision.ts'
import { lastChecks, viewStatus } from '#src/use-cases/view-agent.ts'
import { viewDecision, type Place } from '#src/use-cases/view-decision.ts'
import { viewProject } from '#src/use-cases/view-project.ts'

/** Everything a screen may ask for. The only place where screens meet use cases and adapters. */
export const services = {
  sessionKey: async () => (await webCredentials()).sessionKey,
  signIn: (asked: { email: string; password: string; device: string }) => signIn(signInDeps(), asked),
  signOut: (id: string) => signOut(signInDeps(), id),
  whoAsks: (id: string) => whoAsks(signInDeps(), id),
  liveToken: async (sub: string) => ({
    ...mintLiveToken({ sub, key: await liveTokenKey(), now: realNow() }),
    url: required('GRAPHQL_URL'),
    realtimeUrl: required('GRAPHQL_REALTIME_URL'),
  }),
  /** Where the live connection may go; empty before there is an API. */
  liveUrls: () => [env().GRAPHQL_URL, env().GRAPHQL_REALTIME_URL].filter((url) => url !== undefined),

  pace,
  viewStatus: () => viewStatus(read()),
  viewToday: () => viewToday(read()),
  viewDecision: (place: Place) => viewDecision(read(), place),
  viewProject: (id: string) => viewProject(read(), id),
  listProjects: () => read().projects.listActive(),
  countWaiting: async () => {
    const { acts } = stores()
    const [held, planned] = await Promise.all([acts.list('held'), acts.list('planned')])
    return held.length + planned.length
  },
  lastChecks: () => lastChecks(read()),
  recentEvents: () => read().events.recent({ now: businessNow(), days: 7, limit: 200 }),

  decide: (choice: Choice) => decide(decisionDeps(), choice),
  undoDecision: (asked: TakenBack) => undoDecision(decisionDeps(), asked),
  dismiss: (asked: { projectId: string; escalationId: string; reason: DismissReason; by: string }) =>
    dismiss(decisionDeps(), asked),
  stopHeld: (asked: Stop) => stopHeld(heldActDeps(), asked),
  sendNow: (asked: { projectId: string; actId: string; by: string }) => sendNow(heldActDeps(), asked),
  setPaused: (asked: { paused: boolean; by: string }) => {
    const { cycles } = stores()
    return setPaused({ now: businessNow, running: cycles.running, beat: cycles.beat }, asked)
  },
  setPace,
}

type Stores = ReturnType<typeof connectStores>
let connected: Stores | undefined

function stores(): Stores {
  connected ??= connectStores()
  return connected
}

function connectStores() {
  const table = connectTable()
  return {
    acts: connectActs(table),
    artefacts: connectArtefacts(table),
    cycles: connectCycles(table),
    escalations: connectEscalations(table),
    events: connectEvents(table),
    limits: connectRateLimits(table),
    pm: connectPm(table),
    projects: connectProjects(table),
    sessions: connectSessions(table),
  }
}

/** The reading use cases share one record: each takes from it what it needs. */
function read() {
  const all = stores()
  return { ...all, ...clock, pm: all.pm.get, paused: isPaused, project: all.projects.get }
}

const clock = { now: businessNow, realNow }

const isPaused = async () => (await stores().cycles.running())?.paused ?? false

/** Asks the sandbox, which owns the demo's clock, for another pace. */
async function setPace(action: 'faster' | 'stop' | 'go'): Promise<void> {
  const answer = await fetch(`${required('DEMO_CONTROL_URL')}/pace`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action }),
  })
  if (!answer.ok) throw new Error(`The demo clock answered ${answer.status} to "${action}".`)
}

function decisionDeps(): DecisionDeps {
  const { escalations, acts, projects } = stores()
  return {
    ...clock,
    newId: idFor,
    project: projects.get,
    paused: isPaused,
    escalation: escalations.get,
    acts: acts.getMany,
    save: escalations.save,
  }
}

function heldActDeps() {
  const { acts } = stores()
  return { ...clock, newId: idFor, act: acts.get, saveAct: acts.save }
}

function signInDeps(): SignInDeps {
  const { sessions, limits, pm } = stores()
  return {
    credentials: webCredentials,
    verifyPassword,
    pmName: async () => (await pm.get()).name,
    sessions,
    limits,
    newId: () => randomBytes(32).toString('base64url'),
    realNow,
  }
}
