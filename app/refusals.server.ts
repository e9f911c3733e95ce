import { data } from '@remix-run/node'

/** The domain's and the use cases' refusals, by name, and the status each is answered with. */
const STATUS: Record<string, number> = {
  BadInput: 400,
  NoSuchChoice: 400,
  NothingToEdit: 400,
  NoDeputy: 400,
  NotAhead: 400,
  OwnAddress: 400,
  WrongCredentials: 400,
  SignedOut: 401,
  NoSuchDecision: 404,
  NoSuchPerson: 404,
  NoSuchProject: 404,
  NoSuchAct: 404,
  NoSuchMemory: 404,
  NoSuchSignal: 404,
  NoSuchSpotCheck: 404,
  AlreadyDecided: 409,
  CannotAsk: 400,
  CannotBeUndone: 409,
  CannotHold: 400,
  ReadItFirst: 409,
  CannotChooseAgain: 409,
  ChangedMeanwhile: 409,
  EditedMeanwhile: 409,
  IllegalMove: 409,
  NeverRan: 409,
  NotEarned: 409,
  NotTeachable: 409,
  NotUnassigned: 409,
  ThingsWait: 409,
  TooLate: 409,
  TooLateToUndo: 409,
  TooManyTries: 429,
  NotSetUp: 503,
}

/** A form that does not say what its page offers. */
export class BadInput extends Error {
  override name = 'BadInput'
}

/** The status of a refusal; undefined for a fault, which must rise. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof Error ? STATUS[error.name] : undefined
}

/** Runs what a page asks for. A refusal becomes an answer that the error boundary shows; a fault rises. */
export async function orRefuse<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const status = statusOf(error)
    if (status === undefined || !(error instanceof Error)) throw error
    throw data({ refused: error.name, message: error.message }, { status })
  }
}
