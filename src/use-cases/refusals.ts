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
