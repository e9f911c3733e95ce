import { pace, realNow } from '#src/adapters/clock.ts'
import {
  assignDeps,
  decisionDeps,
  heldActDeps,
  pauseDeps,
  privacyDeps,
  projectDeps,
  read,
  selfTestDeps,
  signInDeps,
  stores,
  undoDeps,
  wrongDeps,
} from '#app/deps.server.ts'
import { setPace } from '#src/adapters/demo-control.ts'
import { env, required } from '#src/adapters/env.ts'
import { mintLiveToken } from '#src/adapters/push/live-token.ts'
import { liveTokenKey, webCredentials } from '#src/adapters/secrets.ts'
import type { WorkingHours } from '#src/domain/project.ts'
import { askAct, type Asking } from '#src/use-cases/ask-act.ts'
import { askSelfTest } from '#src/use-cases/ask-self-test.ts'
import { assignMail } from '#src/use-cases/assign-mail.ts'
import { checkNow } from '#src/use-cases/check-now.ts'
import { correctDecision, type Scope } from '#src/use-cases/correct-decision.ts'
import { correctSignal, type Correction, type SignalPlace } from '#src/use-cases/correct-signal.ts'
import { askAgain, chooseAgain, stillUndecided } from '#src/use-cases/choose-again.ts'
import { decide, decideOtherwise, type Choice, type OwnWay } from '#src/use-cases/decide.ts'
import { dismiss, type Dismissal } from '#src/use-cases/dismiss.ts'
import { comeBack } from '#src/use-cases/come-back.ts'
import { editPerson, personOf, type PersonEdit } from '#src/use-cases/edit-person.ts'
import { goAway, type GoAway } from '#src/use-cases/go-away.ts'
import { editHeld, holdLonger, type Edit, type Longer } from '#src/use-cases/edit-held.ts'
import { markSpotCheck, type Mark } from '#src/use-cases/mark-spot-check.ts'
import { setPaused } from '#src/use-cases/pause.ts'
import { setHours } from '#src/use-cases/set-hours.ts'
import { setPrivacy, type NeverRead } from '#src/use-cases/set-privacy.ts'
import { bringBack, putOff } from '#src/use-cases/put-off.ts'
import { replyToDecision, type Said } from '#src/use-cases/reply-to-decision.ts'
import { resume, waitedWhilePaused } from '#src/use-cases/resume.ts'
import {
  editMemory,
  forgetMemory,
  viewMemories,
  type MemoryEdit,
  type WhichMemory,
} from '#src/use-cases/rule-memory.ts'
import { ruleOnMany, type ManyRuling } from '#src/use-cases/rule-on-many.ts'
import { sendNow, type SendNow } from '#src/use-cases/send-now.ts'
import { setDial, type Turn } from '#src/use-cases/set-dial.ts'
import { setPreferences, viewMarks } from '#src/use-cases/set-preferences.ts'
import { setRag, type SetRag } from '#src/use-cases/set-rag.ts'
import type { Place as Which } from '#src/use-cases/settle-decision.ts'
import { signIn, signOut, whoAsks } from '#src/use-cases/sign-in.ts'
import { stopHeld, type Stop, type WhichAct } from '#src/use-cases/stop-held.ts'
import { takeBack } from '#src/use-cases/take-back.ts'
import { viewToday } from '#src/use-cases/today.ts'
import { undoAct } from '#src/use-cases/undo-act.ts'
import { undoDecision, type TakenBack } from '#src/use-cases/undo-decision.ts'
import { undoDocument, type UndoDocument } from '#src/use-cases/undo-document.ts'
import { viewAct } from '#src/use-cases/view-act.ts'
import { viewActivity, type ActivityFilter } from '#src/use-cases/view-activity.ts'
import { lastChecks, viewStatus } from '#src/use-cases/view-agent.ts'
import { viewAsk } from '#src/use-cases/view-ask.ts'
import { viewAway } from '#src/use-cases/view-away.ts'
import { viewChain } from '#src/use-cases/view-chain.ts'
import { viewCoverage } from '#src/use-cases/view-coverage.ts'
import { viewCost, viewRung } from '#src/use-cases/view-cost.ts'
import { viewDials } from '#src/use-cases/view-dials.ts'
import { viewDecision, type Place } from '#src/use-cases/view-decision.ts'
import { viewGoingOut } from '#src/use-cases/view-going-out.ts'
import { viewPlaces } from '#src/use-cases/view-places.ts'
import { viewProject } from '#src/use-cases/view-project.ts'
import { viewRead } from '#src/use-cases/view-read.ts'
import { viewSignal } from '#src/use-cases/view-signal.ts'
import { viewSimulation, type AskedSimulation } from '#src/use-cases/view-simulation.ts'
import { viewTrust } from '#src/use-cases/view-trust.ts'

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
  viewTrust: (id: string) => viewTrust(read(), id),
  viewDials: () => viewDials(read()),
  markSpotCheck: (asked: Mark) => markSpotCheck(read(), asked),
  viewSimulation: (asked: AskedSimulation) => viewSimulation(read(), asked),
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
  viewMarks: () => viewMarks(read()),
  preferences: () => stores().preferences.get(),
  setPreferences: (asked: Parameters<typeof setPreferences>[1]) => setPreferences(read(), asked),
  viewActivity: (filter: ActivityFilter) => viewActivity(read(), filter),
  viewGoingOut: () => viewGoingOut(read()),
  viewPlaces: () => viewPlaces(read()),
  viewAct: (projectId: string, id: string) => viewAct(read(), projectId, id),
  viewCost: () => viewCost(read()),
  viewRung: () => viewRung(read()),
  viewSignal: (place: SignalPlace) => viewSignal(read(), place),
  viewChain: (place: Place) => viewChain(read(), place),
  viewRead: (projectId: string) => viewRead(read(), projectId),
  viewMemories: (projectId: string) => viewMemories(read(), projectId),

  correctSignal: (asked: Correction) => correctSignal(read(), asked),
  correctDecision: (asked: Which & { scope: Scope; by: string }) => correctDecision(wrongDeps(), asked),
  editMemory: (asked: WhichMemory & { edit: MemoryEdit; by: string }) => editMemory(read(), asked),
  forgetMemory: (asked: WhichMemory) => forgetMemory(read(), asked),

  decide: (choice: Choice) => decide(decisionDeps(), choice),
  undoDecision: (asked: TakenBack) => undoDecision(decisionDeps(), asked),
  decideOtherwise: (asked: OwnWay) => decideOtherwise(decisionDeps(), asked),
  chooseAgain: (asked: Which) => chooseAgain(decisionDeps(), asked),
  askAgain: (asked: TakenBack) => askAgain(decisionDeps(), asked),
  stillUndecided: (asked: Which) => stillUndecided(decisionDeps(), asked),
  replyToDecision: (said: Said) => replyToDecision(decisionDeps(), said),
  dismiss: (asked: Dismissal) => dismiss(decisionDeps(), asked),
  putOff: (asked: Parameters<typeof putOff>[1]) => putOff(decisionDeps(), asked),
  bringBack: (asked: Which) => bringBack(decisionDeps(), asked),
  stopHeld: (asked: Stop) => stopHeld(heldActDeps(), asked),
  sendNow: (asked: SendNow) => sendNow(heldActDeps(), asked),
  editHeld: (asked: Edit) => editHeld(heldActDeps(), asked),
  holdLonger: (asked: Longer) => holdLonger(heldActDeps(), asked),
  ruleOnMany: (acts: WhichAct[], asked: ManyRuling & { by: string }) =>
    ruleOnMany({ ...heldActDeps(), paused: read().paused }, acts, asked),
  setDial: (asked: Turn) => setDial({ ...read(), ...projectDeps() }, asked),
  viewAsk: (given: Record<string, string>) => viewAsk(read(), given),
  askAct: (asked: Asking) => askAct({ ...read(), saveAct: stores().acts.save }, asked),
  takeBack: (asked: WhichAct & { by: string }) => takeBack(heldActDeps(), asked),
  undoAct: (asked: { projectId: string; actId: string; by: string }) => undoAct(undoDeps(), asked),
  undoDocument: (asked: UndoDocument) => undoDocument(projectDeps(), asked),
  setRag: (asked: SetRag) => setRag(projectDeps(), asked),
  pause: (by: string) => setPaused(pauseDeps(), { paused: true, by }),
  resume: (asked: { by: string; sendNone: boolean }) =>
    resume({ ...read(), ...heldActDeps(), ...pauseDeps() }, asked),
  waitedWhilePaused: () => waitedWhilePaused(read()),
  viewAway: (chosen: { deputy: string | null; until: string | null }) => viewAway(read(), chosen),
  goAway: (asked: GoAway) => goAway({ ...read(), ...pauseDeps(), saveAct: stores().acts.save }, asked),
  comeBack: (asked: { by: string; sendNone: boolean }) =>
    comeBack({ ...read(), ...heldActDeps(), ...pauseDeps() }, asked),
  pm: () => stores().pm.get(),
  setHours: (asked: { hours: WorkingHours; by: string }) =>
    setHours({ ...read(), savePm: stores().pm.save }, asked),
  viewPerson: async (projectId: string, id: string) => {
    const { people } = stores()
    const [person, register] = await Promise.all([
      personOf({ people }, { projectId, id }),
      people.ofProject(projectId),
    ])
    return { person, register }
  },
  editPerson: (asked: PersonEdit) => editPerson(read(), asked),
  setPace,
}
