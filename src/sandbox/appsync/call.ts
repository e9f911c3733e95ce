import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql'
import { GraphQLError, Kind } from 'graphql'
import { ResolverError } from '#src/sandbox/appsync/appsync-modules.ts'
import type { Caller } from '#src/sandbox/appsync/access.ts'
import type { DataSource } from '#src/sandbox/appsync/data-sources.ts'
import type { Resolver } from '#src/sandbox/appsync/resolver-runtime.ts'

/** What one GraphQL operation knows: who asks, and what it has announced so far. */
export type CallContext = { caller: Caller; announced: Announced[] }
/** A mutation's row, cut to the fields that the mutation selected: subscribers get nothing else. */
export type Announced = { mutationField: string; row: Record<string, unknown> }

/** Runs a unit resolver as AppSync does: request, data source, response. Throws a GraphQLError with its errorType. */
export async function callResolver(
  { resolver, source }: { resolver: Resolver; source: DataSource },
  { args, context, info }: { args: unknown; context: CallContext; info: GraphQLResolveInfo },
): Promise<unknown> {
  const appsyncContext = { ...baseContext(args, context, info), result: null, error: null }
  const request = evaluated(() => resolver.request(copied(appsyncContext)))
  const outcome = await source.run(request).then(
    (result) => ({ result, error: null }),
    (error: unknown) => ({ result: null, error: dataSourceError(error) }),
  )
  const row = evaluated(() => resolver.response(copied({ ...appsyncContext, ...outcome })))
  if (info.parentType.name === 'Mutation' && isRecord(row)) {
    context.announced.push({ mutationField: info.fieldName, row: onlySelected(row, info) })
  }
  return row
}

function baseContext(args: unknown, { caller }: CallContext, info: GraphQLResolveInfo) {
  const { fieldName, parentType, variableValues: variables } = info
  const identity = caller.mode === 'lambda' ? { resolverContext: caller.resolverContext } : {}
  const about = { fieldName, parentTypeName: parentType.name, variables }
  return { args, arguments: args, identity, source: null, stash: {}, prev: null, info: about }
}

function evaluated(step: () => unknown): unknown {
  try {
    return copied(step())
  } catch (error) {
    const { errorType = 'Code', data = null, errorInfo = null } = error instanceof ResolverError ? error : {}
    const message = error instanceof Error ? error.message : String(error)
    throw new GraphQLError(message, { extensions: { errorType, data, errorInfo } })
  }
}

/** What crosses between AppSync and a resolver is JSON, so nothing of this process leaks into the sandbox. */
function copied(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value))
}

function dataSourceError(error: unknown): { message: string; type: string } {
  return error instanceof Error
    ? { message: error.message, type: `DynamoDB:${error.name}` }
    : { message: String(error), type: 'Unknown' }
}

function onlySelected(row: Record<string, unknown>, info: GraphQLResolveInfo): Record<string, unknown> {
  const names = new Set(info.fieldNodes.flatMap(({ selectionSet }) => selectedNames(selectionSet, info)))
  return Object.fromEntries(Object.entries(row).filter(([name]) => names.has(name)))
}

function selectedNames(selectionSet: SelectionSetNode | undefined, info: GraphQLResolveInfo): string[] {
  return (selectionSet?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value]
    if (selection.kind === Kind.INLINE_FRAGMENT) return selectedNames(selection.selectionSet, info)
    return selectedNames(info.fragments[selection.name.value]?.selectionSet, info)
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
