import { readFile } from 'node:fs/promises'
import type { ConstDirectiveNode, GraphQLFieldResolver, GraphQLSchema } from 'graphql'
import { buildSchema, defaultFieldResolver, GraphQLError, isObjectType, Kind } from 'graphql'
import { bundleResolvers } from '#src/graphql/bundle-resolvers.ts'
import type { Caller } from '#src/sandbox/appsync/access.ts'
import { callResolver, type CallContext } from '#src/sandbox/appsync/call.ts'
import type { DataSource } from '#src/sandbox/appsync/data-sources.ts'
import { loadResolver } from '#src/sandbox/appsync/resolver-runtime.ts'

type Mode = Caller['mode']
type FieldResolver = GraphQLFieldResolver<unknown, CallContext, Record<string, unknown>>

/** What AppSync knows without being told. */
const DIRECTIVES = `
directive @aws_iam on OBJECT | FIELD_DEFINITION
directive @aws_lambda on OBJECT | FIELD_DEFINITION
directive @aws_subscribe(mutations: [String!]!) on FIELD_DEFINITION
`

/** The deployed schema with the deployed resolvers, every field behind the authorisation that its directives name. */
export async function loadSchema(sources: Record<'none' | 'table', DataSource>): Promise<GraphQLSchema> {
  const text = await readFile(new URL('../../graphql/schema.graphql', import.meta.url), 'utf8')
  const resolvers = new Map<string, FieldResolver>()
  for (const bundled of await bundleResolvers()) {
    const unit = { resolver: await loadResolver(bundled), source: sources[bundled.dataSource] }
    resolvers.set(`${bundled.typeName}.${bundled.fieldName}`, (_, args, context, info) =>
      callResolver(unit, { args, context, info }),
    )
  }
  const schema = buildSchema(`${DIRECTIVES}${text}`)
  attach(schema, resolvers)
  return schema
}

/** Subscription field -> the mutations that feed it, from `@aws_subscribe`. */
export function feedsOf(schema: GraphQLSchema): Map<string, string[]> {
  const fields = Object.values(schema.getSubscriptionType()?.getFields() ?? {})
  return new Map(fields.map(({ name, astNode }) => [name, mutationsNamed(astNode?.directives)]))
}

/** Throws AppSync's "Not Authorized to access …" unless this caller may use the field. */
export function refuseField(
  caller: Caller,
  typeName: string,
  fieldName: string,
  modes: ReadonlySet<Mode>,
): void {
  const denied = caller.mode === 'lambda' && caller.deniedFields.includes(`${typeName}.${fieldName}`)
  if (modes.has(caller.mode) && !denied) return
  throw new GraphQLError(`Not Authorized to access ${fieldName} on type ${typeName}`, {
    extensions: { errorType: 'Unauthorized' },
  })
}

/** A field's own directives, else its type's, else the API's default, which is IAM. */
export function modesOf(schema: GraphQLSchema, typeName: string, fieldName: string): ReadonlySet<Mode> {
  const type = schema.getType(typeName)
  if (!isObjectType(type)) throw new Error(`${typeName} is not an object type`)
  const own = modesNamed(type.getFields()[fieldName]?.astNode?.directives)
  if (own.size > 0) return own
  const inherited = modesNamed(type.astNode?.directives)
  return inherited.size > 0 ? inherited : new Set(['iam'])
}

function attach(schema: GraphQLSchema, resolvers: Map<string, FieldResolver>): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields())) {
      const name = `${type.name}.${field.name}`
      const modes = modesOf(schema, type.name, field.name)
      const resolve = resolvers.get(name) ?? defaultFieldResolver
      resolvers.delete(name)
      const guarded: FieldResolver = (source, args, context, info) => {
        refuseField(context.caller, type.name, field.name, modes)
        return resolve(source, args, context, info)
      }
      field.resolve = guarded
    }
  }
  if (resolvers.size > 0) throw new Error(`The schema has no ${[...resolvers.keys()].join(', ')}.`)
}

function modesNamed(directives: readonly ConstDirectiveNode[] = []): Set<Mode> {
  const names = new Set(directives.map(({ name }) => name.value))
  const modes: Mode[] = []
  if (names.has('aws_iam')) modes.push('iam')
  if (names.has('aws_lambda')) modes.push('lambda')
  return new Set(modes)
}

function mutationsNamed(directives: readonly ConstDirectiveNode[] = []): string[] {
  const list = directives.find(({ name }) => name.value === 'aws_subscribe')?.arguments?.[0]?.value
  if (list?.kind !== Kind.LIST) return []
  return list.values.flatMap((value) => (value.kind === Kind.STRING ? [value.value] : []))
}
