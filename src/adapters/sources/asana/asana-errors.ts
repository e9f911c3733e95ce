import { VendorProblem, VendorThrottled, VendorUnavailable } from '../vendor-problem.ts'

/** 401 or 403: the token is wrong or was taken back, or its account may not see that. Nothing was done. */
export class AsanaUnauthorised extends VendorProblem {
  override readonly name = 'AsanaUnauthorised'
  readonly status: number

  constructor(status: number, where: string) {
    const what =
      status === 401 ? 'Asana does not accept our token.' : 'Asana does not let this account do that.'
    const todo =
      status === 401
        ? 'Make a new personal access token and put it into the secret.'
        : 'Make the account of the token a member of the project.'
    super(what, where, todo)
    this.status = status
  }
}

/** 429: Asana asks to wait. Nothing was done. */
export class AsanaThrottled extends VendorThrottled {
  override readonly name = 'AsanaThrottled'

  constructor(retryAfterSeconds: number, where: string, what = 'Asana throttles us.') {
    super(what, where, `Send nothing for ${retryAfterSeconds} s.`, retryAfterSeconds)
  }
}

/** 5xx, no connection, a timeout or a body cut short. A write may have been performed: look before repeating it. */
export class AsanaUnavailable extends VendorUnavailable {
  override readonly name = 'AsanaUnavailable'

  constructor(what: string, where: string, cause?: unknown) {
    super(what, where, 'Try again later; look for the comment before repeating it.', cause)
  }
}

/** An answer that isn't what Asana documents. */
export class AsanaUnreadable extends VendorProblem {
  override readonly name = 'AsanaUnreadable'

  constructor(why: string, where: string) {
    super(`Asana answered something we can't read: ${why}`, where, "Check Asana's address in the secret.")
  }
}

/** 412: there is no sync token, or Asana has forgotten it. `sync` is a fresh one, from this moment on. */
export class AsanaForgot extends VendorProblem {
  override readonly name = 'AsanaForgot'
  readonly sync: string

  constructor(sync: string, where: string) {
    super(
      'Asana has forgotten where we were.',
      where,
      'Read the project again, then go on from the new token.',
    )
    this.sync = sync
  }
}

/** Asana says no: not found, an invalid request, a page token that has run out. Nothing was done. */
export class AsanaRefused extends VendorProblem {
  override readonly name = 'AsanaRefused'
  readonly status: number

  constructor(status: number, said: string, where: string) {
    const what = `Asana refused with ${status}${said === '' ? '.' : `: ${said}`}`
    super(what, where, 'Check that the task still exists and the request is allowed.')
    this.status = status
  }
}
