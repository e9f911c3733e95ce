import type { Act, ActIn } from './act.ts'
import type { ActionType } from './boundary.ts'

const LEASE_SECONDS = 45
/** A status change, a new ticket, and a mail that is drafted, addressed and sent, ask several things one after the other. */
const LEASE_SECONDS_OF_SEVERAL = 90
const SEVERAL: readonly ActionType[] = [
  ...(['jira_status_change', 'jira_create_ticket', 'email_stakeholder', 'email_external'] as const),
  ...(['jira_assign', 'jira_fields', 'scope_change', 'milestone_change'] as const),
]

/** How long a hand may work before its lease is anybody's, in real seconds. Longer than the vendor's requests together. */
export function leaseSeconds(kind: ActionType): number {
  return SEVERAL.includes(kind) ? LEASE_SECONDS_OF_SEVERAL : LEASE_SECONDS
}

/**
 * The right to perform one act once. Only the gate's verdict or a person's word makes one, both by way of the act
 * being `planned`; its id is the idempotency key at the provider.
 */
export class Permit {
  readonly #leave = true // a look-alike object is a type error
  readonly id: string
  readonly act: ActIn<'executing'>

  private constructor(claimed: ActIn<'executing'>) {
    this.id = claimed.id
    this.act = claimed
  }

  /** For an act whose lease has just been claimed: nobody else holds it, and its outcome says by whose leave. */
  static forClaimed(claimed: Act): Permit | undefined {
    return claimed.status === 'executing' ? new Permit(claimed) : undefined
  }

  /** True of every real permit. */
  get valid(): boolean {
    return this.#leave
  }
}
