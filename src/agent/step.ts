import type { z } from 'zod'

type Step<Input, Deps, Output> = {
  input: z.ZodType<Input>
  wire: () => Promise<Deps> | Deps
  run: (deps: Deps, input: Input) => Promise<Output>
}

/** What reached a step is not what it takes: the message before it is wrong, and a retry would not help. */
export class BadInput extends Error {
  override name = 'BadInput'
}

/**
 * One Lambda of the cycle: parses its input, wires its adapters once per warm process, runs. A failed wiring is
 * forgotten, so that a Lambda that started during an outage is not poisoned for good.
 */
export function defineStep<Input, Deps, Output>(step: Step<Input, Deps, Output>) {
  let wired: Promise<Deps> | undefined
  return async (event: unknown): Promise<Output> => {
    const input = step.input.safeParse(event)
    if (!input.success) {
      const wrong = input.error.issues.map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`)
      throw new BadInput(`This step can't take what it was given. ${wrong.join('; ')}`)
    }
    wired ??= Promise.resolve(step.wire())
    const deps = await wired.catch((error: unknown) => {
      wired = undefined
      throw error
    })
    return await step.run(deps, input.data)
  }
}
