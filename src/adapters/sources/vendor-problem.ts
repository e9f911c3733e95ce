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
