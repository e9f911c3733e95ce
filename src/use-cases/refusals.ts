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

/** There is no such project. */
export class NoSuchProject extends Error {
  override name = 'NoSuchProject'
}
