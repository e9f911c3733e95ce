import { VendorProblem, VendorThrottled, VendorUnavailable } from '../vendor-problem.ts'

/** 401 or 403: the token is wrong, expired, or may not do this. */
export class JiraUnauthorised extends VendorProblem {
  override readonly name = 'JiraUnauthorised'
  readonly status: number

  constructor(status: number, where: string) {
    const what =
      status === 401 ? 'Jira does not accept our credentials.' : 'Jira does not let this account do that.'
    const todo =
      status === 401
        ? 'Check the e-mail address and the API token in Settings; tokens expire.'
        : "Give the account the project's Browse, Add comments and Transition permissions."
    super(what, where, todo)
    this.status = status
  }
}

/** 429: Jira asks us to wait. `retryAfterSeconds` as Jira says, or 60; `reason` is its RateLimit-Reason. */
export class JiraThrottled extends VendorThrottled {
  override readonly name = 'JiraThrottled'
  readonly reason: string | null

  constructor(retryAfterSeconds: number, reason: string | null, where: string, what?: string) {
    const why = reason === null ? '' : ` (${reason})`
    const todo = `Send nothing for ${String(retryAfterSeconds)} s.`
    super(what ?? `Jira throttles us${why}.`, where, todo, retryAfterSeconds)
    this.reason = reason
  }
}

/** 5xx, no connection, a timeout or a body cut short. A write may have been performed: read back before repeating it. */
export class JiraUnavailable extends VendorUnavailable {
  override readonly name = 'JiraUnavailable'

  constructor(what: string, where: string, cause?: unknown) {
    super(what, where, 'Try again later; read back before repeating a write.', cause)
  }
}

/** An answer that isn't what Jira documents. `path` is the field that doesn't fit, '' when it isn't JSON at all. */
export class JiraUnreadable extends VendorProblem {
  override readonly name = 'JiraUnreadable'
  readonly path: string

  constructor(path: string, why: string, where: string) {
    const place = path === '' ? 'its answer' : `the field ${path} of its answer`
    super(
      `Jira answered something we can't read: ${place}: ${why}`,
      where,
      'Check that the address is a Jira Cloud site.',
    )
    this.path = path
  }
}

/** Jira says no: not found, an invalid query, a step the workflow doesn't have. `status` is null where we said it first. */
export class JiraRefused extends VendorProblem {
  override readonly name = 'JiraRefused'
  readonly status: number | null

  constructor(status: number | null, what: string, where: string, todo: string) {
    super(what, where, todo)
    this.status = status
  }
}
