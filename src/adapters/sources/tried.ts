import { can, cannot, type Finding } from '#src/domain/self-test.ts'
import { VendorProblem } from './vendor-problem.ts'

/** One thing tried of a connection: a vendor's refusal is what is found, with what to change where that is known. */
export async function tried(
  what: Finding['can'],
  where: string,
  attempt: () => Promise<unknown>,
  todo?: string,
): Promise<Finding> {
  try {
    await attempt()
    return can(what, where)
  } catch (error) {
    if (error instanceof VendorProblem) return cannot(what, where, error.what, todo ?? error.todo)
    throw error
  }
}
