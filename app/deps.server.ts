import { randomBytes } from 'node:crypto'
import { businessNow, realNow, undoEnds } from '#src/adapters/clock.ts'
import { connectStores } from '#src/adapters/dynamo/stores.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { idFor } from '#src/adapters/ids.ts'
import { verifyPassword } from '#src/adapters/password.ts'
import { webCredentials } from '#src/adapters/secrets.ts'
import type { AssignDeps } from '#src/use-cases/assign-mail.ts'
import { checkNow } from '#src/use-cases/check-now.ts'
import type { CorrectDecisionDeps } from '#src/use-cases/correct-decision.ts'
import type { DecisionDeps, HeldActDeps, ProjectDeps } from '#src/use-cases/deps.ts'
import type { SignInDeps } from '#src/use-cases/sign-in.ts'

/** What the use cases need, from the table and the clocks. For services.server.ts alone. */
let connected: ReturnType<typeof connectStores> | undefined

export function stores() {
  connected ??= connectStores(connectTable())
  return connected
}

/** The reading use cases share one record: each takes from it what it needs. */
export function read() {
  const all = stores()
  return { ...all, ...clock, newId: idFor, pm: all.pm.get, paused: isPaused, project: all.projects.get }
}

const clock = { now: businessNow, realNow, undoEnds }

const hours = async () => (await stores().pm.get()).workingHours

const isPaused = async () => (await stores().cycles.running())?.paused ?? false

export function decisionDeps(): DecisionDeps {
  const { escalations, acts, projects } = stores()
  return {
    ...{ ...clock, newId: idFor, paused: isPaused, hours, project: projects.get },
    ...{ escalation: escalations.get, acts: acts.getMany, save: escalations.save },
  }
}

export function wrongDeps(): CorrectDecisionDeps {
  const { escalations, memories } = stores()
  const { get: memory, save: saveMemories } = memories
  return { ...decisionDeps(), ofProject: escalations.ofProject, memory, saveMemories }
}

export function heldActDeps(): HeldActDeps {
  const { acts } = stores()
  return { ...clock, newId: idFor, hours, act: acts.get, saveAct: acts.save }
}

export function pauseDeps() {
  const { cycles } = stores()
  return { now: businessNow, running: cycles.running, beat: cycles.beat }
}

export function selfTestDeps() {
  const { get, save } = stores().selfTests
  return { now: businessNow, selfTest: get, saveSelfTest: save }
}

export function assignDeps(): AssignDeps {
  const { matters, projects, rereads, signals } = stores()
  return {
    ...{ project: projects.get, matter: matters.get, checkNow: () => checkNow(pauseDeps()) },
    signal: async (id) => (await signals.getMany([id]))[0],
    askReread: (account, ...asked) => rereads('outlook', account).askReread(...asked),
  }
}

export function privacyDeps() {
  const { pm, privacy } = stores()
  return {
    pmEmail: async () => (await pm.get()).email,
    ...{ privacy: privacy.get, savePrivacy: privacy.save },
  }
}

export function projectDeps(): ProjectDeps {
  const { acts, artefacts, projects } = stores()
  return {
    ...{ ...clock, newId: idFor, paused: isPaused, saveAct: acts.save },
    ...{ project: projects.get, artefact: artefacts.get, saveProject: projects.save },
  }
}

export function undoDeps() {
  const { acts } = stores()
  return { ...read(), recentActs: (projectId: string) => acts.ofProject(projectId), saveAct: acts.save }
}

export function signInDeps(): SignInDeps {
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
