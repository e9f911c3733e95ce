import { z } from 'zod'
import { optionsOf } from './heaps.ts'
import { TABLE, variablesOf, type Resource, type Template } from './cloudformation.ts'
import { POWERS } from './powers.ts'

/** The authoriser has no words of its own in its config.arc. */
const SPOKEN_FOR: Record<string, string[]> = { AuthoriserCustomLambda: ['read-web-secret'] }

/**
 * Gives each function a role of its own, which allows what `policies` in its config.arc says in the words of powers.ts,
 * and takes away the role that Architect has them share, with `dynamodb:*`. What another plugin adds (a policy document,
 * not a word) is kept.
 */
export default {
  deploy: {
    start({ cloudformation }: { cloudformation: Template }): Template {
      const { Resources } = cloudformation
      for (const [id, each] of Object.entries(Resources))
        if (each.Type === 'AWS::Serverless::Function') empower(id, each)
      delete Resources.Role
      delete Resources.ParameterStorePolicy
      return cloudformation
    },
  },
}

/** SAM makes a role from `Policies`, with the right to write logs, as long as there is no `Role`. */
function empower(id: string, resource: Resource): void {
  const properties = { ...resource.Properties }
  delete properties.Role
  const policies = z.array(z.unknown()).parse(properties.Policies ?? [])
  const words = [...policies.filter((each) => typeof each === 'string'), ...(SPOKEN_FOR[id] ?? [])]
  if (words.length === 0)
    throw new BadPolicies(`${id} has no policies: its config.arc has to say what it may do.`)
  const powers = words.map((word) => powerOf(id, word))
  const variables = variablesOf(properties)
  delete variables.ARC_ROLE
  const own = Object.fromEntries(powers.flatMap((power) => Object.entries(power.variables ?? {})))
  resource.Properties = {
    ...properties,
    Environment: {
      Variables: { ...variables, ...optionsOf(id), APP_TABLE: { Ref: TABLE }, MODEL: 'none', ...own },
    },
    Policies: [
      { Version: '2012-10-17', Statement: powers.flatMap((power) => power.statements) },
      ...policies.filter((each) => typeof each !== 'string'),
    ],
  }
}

function powerOf(id: string, word: string) {
  const power = POWERS[word]
  if (!power)
    throw new BadPolicies(`${id}: its config.arc says ${word}, which src/plugins/powers.ts does not know.`)
  return power
}

/** What a config.arc says about policies can't be deployed. */
export class BadPolicies extends Error {
  override name = 'BadPolicies'
}
