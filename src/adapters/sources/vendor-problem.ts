/** What went wrong at a vendor, at which request, and what to do about it: three sentences a PM can read. */
export abstract class VendorProblem extends Error {
  readonly what: string
  readonly where: string
  readonly todo: string

  constructor(what: string, where: string, todo: string, cause?: unknown) {
    super(`${what} (${where}) ${todo}`, { cause })
    this.what = what
    this.where = where
    this.todo = todo
  }
}

/** The vendor asks to wait, or is being waited for. Nothing was done. */
export abstract class VendorThrottled extends VendorProblem {
  readonly retryAfterSeconds: number

  constructor(what: string, where: string, todo: string, retryAfterSeconds: number) {
    super(what, where, todo)
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** No answer, a failure of the vendor's or a body cut short. A write may have been performed. */
export abstract class VendorUnavailable extends VendorProblem {
  /** For how long the vendor wants to be left alone, where it says: some of its failures do. */
  retryAfterSeconds: number | null = null

  /** With the time that an answer named. */
  waiting(seconds: number | null): this {
    this.retryAfterSeconds = seconds
    return this
  }
}
