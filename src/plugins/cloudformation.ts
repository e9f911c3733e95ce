import { z } from 'zod'

export type Resource = {
  Type: string
  Properties?: Record<string, unknown>
  DependsOn?: string
  ArcMetadata?: { pragma: string }
}
export type Template = { Resources: Record<string, Resource>; Outputs?: Record<string, unknown> }

/** Logical names that Architect gives to what app.arc lists. */
export const TABLE = 'WorkbenchTable'
export const TICK = 'TickSchedule'
export const RELEASE_HOLDS = 'ReleaseHoldsSchedule'
export const SELF_TEST = 'SelfTestCustom'
export const REASON = 'ReasonCustom'
export const EXECUTE = 'ExecuteCustom'
export const MACHINE = 'CycleStateMachine'

export const attribute = (id: string, name: string) => ({ 'Fn::GetAtt': [id, name] })
export const sub = (text: string) => ({ 'Fn::Sub': text })

/** Properties of a resource that must be there. Throws naming what app.arc no longer has. */
export function propertiesOf({ Resources }: Template, id: string): Record<string, unknown> {
  const found = Resources[id]
  if (!found) throw new Error(`The template has no ${id}: app.arc and src/plugins/ name it differently.`)
  found.Properties ??= {}
  return found.Properties
}

/** The environment of a function, to be put back with more in it. */
export function variablesOf({ Environment }: Record<string, unknown>): Record<string, unknown> {
  return environment.parse(Environment ?? {}).Variables
}

const environment = z.looseObject({ Variables: z.record(z.string(), z.unknown()).default({}) })
