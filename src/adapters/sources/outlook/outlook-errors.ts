import { VendorProblem, VendorThrottled, VendorUnavailable } from '../vendor-problem.ts'

/** 401 or 403, or no token: the secret is wrong or expired, or the app may not do this in this mailbox. Nothing was done. */
export class OutlookUnauthorised extends VendorProblem {
  override readonly name = 'OutlookUnauthorised'

  constructor(code: string, where: string) {
    const todo = "Check the client secret in Settings, and the app's role assignment in Exchange."
    super(`Microsoft refused the sign-in (${code}).`, where, todo)
  }
}

/** 429, or 503 with a time: Microsoft asks to wait. Nothing was done. */
export class OutlookThrottled extends VendorThrottled {
  override readonly name = 'OutlookThrottled'

  constructor(retryAfterSeconds: number, where: string, what: string) {
    super(what, where, `Send nothing for ${retryAfterSeconds} s.`, retryAfterSeconds)
  }
}

/** 5xx, no connection, a timeout or a body cut short. A write may have been performed: look before repeating it. */
export class OutlookUnavailable extends VendorUnavailable {
  override readonly name = 'OutlookUnavailable'

  constructor(what: string, where: string, cause?: unknown) {
    super(what, where, 'Try again later; look in Sent Items before repeating a mail.', cause)
  }
}

/** An answer that isn't what Graph documents, or a link to somewhere else. */
export class OutlookUnreadable extends VendorProblem {
  override readonly name = 'OutlookUnreadable'

  constructor(why: string, where: string) {
    super(`Microsoft answered something we can't read: ${why}`, where, "Check Graph's address in the secret.")
  }
}

/** Graph says no: not found, an invalid request, a mark of ours that it forgot (410). Nothing was done. */
export class OutlookRefused extends VendorProblem {
  override readonly name = 'OutlookRefused'
  readonly status: number

  constructor(status: number, code: string, said: string, where: string) {
    const what = `Microsoft refused with ${status} (${code})${said === '' ? '.' : `: ${said}`}`
    super(what, where, 'Check that the mail still exists and the request is allowed.')
    this.status = status
  }
}

/** The draft could not be made or finished, so nothing can have been sent. */
export class OutlookNotSent extends VendorProblem {
  override readonly name = 'OutlookNotSent'

  constructor(cause: VendorProblem) {
    super(`The mail was not sent: ${cause.what}`, cause.where, 'It can be tried again.', cause)
  }
}
