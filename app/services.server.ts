import { randomBytes } from 'node:crypto'
import { businessNow, pace, realNow, undoEnds } from '#src/adapters/clock.ts'
import { connectStores } from '#src/adapters/dynamo/stores.ts'
import { connectTable } from '#src/adapters/dynamo/table.ts'
import { setPace } from '#src/adapters/demo-control.ts'
import { env, required } from '#src/adapters/env.ts'
import { idFor } from '#src/adapters/ids.ts'
import { verifyPassword } from '#src/adapters/password.ts'
import { mintLiveToken } from '#src/adapters/push/live-token.ts'
import { liveTokenKey, webCredentials } from '#src/adapters/secrets.ts'
import { askSelfTest } from '#src/use-cases/ask-self-test.ts'
import { assignMail, type AssignDeps } from '#src/use-cases/assign-mail.ts'
import { checkNow } from '#src/use-cases/check-now.ts'
import { askAgain, chooseAgain, stillUndecided } from '#src/use-cases/choose-again.ts'
import { decide, decideOtherwise, type Choice, type OwnWay } from '#src/use-cases/decide.ts'
import type { DecisionDeps, HeldActDeps, ProjectDeps } from '#src/use-cases/deps.ts'
import { dismiss, type Dismissal } from '#src/use-cases/dismiss.ts'
import { editHeld, holdLonger, type Edit } from '#src/use-cases/edit-held.ts'
import { setPaused } from '#src/use-cases/pause.ts'
import { setPrivacy, type NeverRead } from '#src/use-cases/set-privacy.ts'
import { bringBack, putOff } from '#src/use-cases/put-off.ts'
import { resume, waitedWhilePaused } from '#src/use-cases/resume.ts'
import { sendNow } from '#src/use-cases/send-now.ts'
import { setDial, type Turn } from '#src/use-cases/set-dial.ts'
import { setRag, type SetRag } from '#src/use-cases/set-rag.ts'
import type { Place as Which } from '#src/use-cases/settle-decision.ts'
import { signIn, signOut, whoAsks, type SignInDeps } from '#src/use-cases/sign-in.ts'
import { stopHeld, type Stop, type WhichAct } from '#src/use-cases/stop-held.ts'
import { viewToday } from '#src/use-cases/today.ts'
import { undoDecision, type TakenBack } from '#src/use-cases/undo-decision.ts'
import { undoDocument, type UndoDocument } from '#src/use-cases/undo-document.ts'
import { viewAct } from '#src/use-cases/view-act.ts'
import { viewActivity, type ActivityFilter } from '#src/use-cases/view-activity.ts'
import { lastChecks, viewStatus } from '#src/use-cases/view-agent.ts'
import { viewCoverage } from '#src/use-cases/view-coverage.ts'
import { viewCost, viewRung } from '#src/use-cases/view-cost.ts'
import { viewDecision, type Place } from '#src/use-cases/view-decision.ts'
import { viewGoingOut } from '#src/use-cases/view-going-out.ts'
import { viewPlaces } from '#src/use-cases/view-places.ts'
import { viewProject } from '#src/use-cases/view-project.ts'

export { doneAs } from '#src/use-cases/done-before.ts'
export { readSince } from '#src/use-cases/read-lately.ts'

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
  /** Everybody of every register. */
  listPeople: async () => {
    const { projects, people } = stores()
    return (await Promise.all((await projects.listActive()).map(({ id }) => people.ofProject(id)))).flat()
  },
  countWaiting: async () => {
    const { acts } = stores()
    const waiting = await Promise.all([acts.list('held'), acts.list('awaiting'), acts.list('planned')])
    return waiting.flat().length
  },
  lastChecks: () => lastChecks(read()),
  viewCoverage: () => viewCoverage(read()),
  checkNow: () => checkNow(pauseDeps()),
  selfTest: async () => (await stores().selfTests.get()) ?? null,
  askSelfTest: () => askSelfTest(selfTestDeps()),
  unassignedMail: () => stores().signals.unassigned(10),
  assignMail: (asked: { projectId: string; signalId: string }) => assignMail(assignDeps(), asked),
  privacy: () => stores().privacy.get(),
  setPrivacy: (asked: NeverRead) => setPrivacy(privacyDeps(), asked),
  viewActivity: (filter: ActivityFilter) => viewActivity(read(), filter),
  viewGoingOut: () => viewGoingOut(read()),
  viewPlaces: () => viewPlaces(read()),
  viewAct: (projectId: string, id: string) => viewAct(read(), projectId, id),
  viewCost: () => viewCost(read()),
  viewRung: () => viewRung(read()),

  decide: (choice: Choice) => decide(decisionDeps(), choice),
  undoDecision: (asked: TakenBack) => undoDecision(decisionDeps(), asked),
  decideOtherwise: (asked: OwnWay) => decideOtherwise(decisionDeps(), asked),
  chooseAgain: (asked: Which) => chooseAgain(decisionDeps(), asked),
  askAgain: (asked: TakenBack) => askAgain(decisionDeps(), asked),
  stillUndecided: (asked: Which) => stillUndecided(decisionDeps(), asked),
  dismiss: (asked: Dismissal) => dismiss(decisionDeps(), asked),
  putOff: (asked: Parameters<typeof putOff>[1]) => putOff(decisionDeps(), asked),
  bringBack: (asked: Which) => bringBack(decisionDeps(), asked),
  stopHeld: (asked: Stop) => stopHeld(heldActDeps(), asked),
  sendNow: (asked: WhichAct & { by: string }) => sendNow(heldActDeps(), asked),
  editHeld: (asked: Edit) => editHeld(heldActDeps(), asked),
  holdLonger: (asked: WhichAct) => holdLonger(heldActDeps(), asked),
  setDial: (asked: Turn) => setDial(projectDeps(), asked),
  undoDocument: (asked: UndoDocument) => undoDocument(projectDeps(), asked),
  setRag: (asked: SetRag) => setRag(projectDeps(), asked),
  pause: (by: string) => setPaused(pauseDeps(), { paused: true, by }),
  resume: (asked: { by: string; sendNone: boolean }) =>
    resume({ ...read(), ...heldActDeps(), ...pauseDeps() }, asked),
  waitedWhilePaused: () => waitedWhilePaused(read()),
  setPace,
}

let connected: ReturnType<typeof connectStores> | undefined

function stores() {
  connected ??= connectStores(connectTable())
  return connected
}

/** The reading use cases share one record: each takes from it what it needs. */
function read() {
  const all = stores()
  return { ...all, ...clock, pm: all.pm.get, paused: isPaused, project: all.projects.get }
}

const clock = { now: businessNow, realNow, undoEnds }

const hours = async () => (await stores().pm.get()).workingHours

const isPaused = async () => (await stores().cycles.running())?.paused ?? false

function decisionDeps(): DecisionDeps {
  const { escalations, acts, projects } = stores()
  return {
    ...{ ...clock, newId: idFor, paused: isPaused, hours, project: projects.get },
    ...{ escalation: escalations.get, acts: acts.getMany, save: escalations.save },
  }
}

function heldActDeps(): HeldActDeps {
  const { acts } = stores()
  return { ...clock, newId: idFor, hours, act: acts.get, saveAct: acts.save }
}

function pauseDeps() {
  const { cycles } = stores()
  return { now: businessNow, running: cycles.running, beat: cycles.beat }
}

function selfTestDeps() {
  const { get, save } = stores().selfTests
  return { now: businessNow, selfTest: get, saveSelfTest: save }
}

function assignDeps(): AssignDeps {
  const { matters, projects, rereads, signals } = stores()
  return {
    ...{ project: projects.get, matter: matters.get, checkNow: () => checkNow(pauseDeps()) },
    signal: async (id) => (await signals.getMany([id]))[0],
    askReread: (account, ...asked) => rereads('outlook', account).askReread(...asked),
  }
}

function privacyDeps() {
  const { pm, privacy } = stores()
  return {
    pmEmail: async () => (await pm.get()).email,
    ...{ privacy: privacy.get, savePrivacy: privacy.save },
  }
}

function projectDeps(): ProjectDeps {
  const { acts, artefacts, projects } = stores()
  return {
    ...{ ...clock, newId: idFor, paused: isPaused, saveAct: acts.save },
    ...{ project: projects.get, artefact: artefacts.get, saveProject: projects.save },
  }
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
