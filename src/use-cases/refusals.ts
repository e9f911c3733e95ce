/** There is no such decision. */
export class NoSuchDecision extends Error {
  override name = 'NoSuchDecision'
}

/** There is no such act. */
export class NoSuchAct extends Error {
  override name = 'NoSuchAct'
}

/** The act has moved on: it was sent, stopped or is being done. */
export class TooLate extends Error {
  override name = 'TooLate'
}

/** It has to be read before it goes: its text was not on screen, or has changed since. */
export class ReadItFirst extends Error {
  override name = 'ReadItFirst'
}

/** There is no such change or mail, or it belongs to another project. */
export class NoSuchSignal extends Error {
  override name = 'NoSuchSignal'
}

/** Nothing of this has been learned, or it was taken away. */
export class NoSuchMemory extends Error {
  override name = 'NoSuchMemory'
}

/** Nothing is learned from this: it was set aside, is our own, or was there when the project was connected. */
export class NotTeachable extends Error {
  override name = 'NotTeachable'
}

/** There is no such project. */
export class NoSuchProject extends Error {
  override name = 'NoSuchProject'
}

/** There is nobody of that address in the register. */
export class NoSuchPerson extends Error {
  override name = 'NoSuchPerson'
}

/** The dial is not turned up: what it would need does not stand behind it. The message says what is missing. */
export class NotEarned extends Error {
  override name = 'NotEarned'
}

/** There is no such spot check, or it is older than the acts that are kept. */
export class NoSuchSpotCheck extends Error {
  override name = 'NoSuchSpotCheck'
}
