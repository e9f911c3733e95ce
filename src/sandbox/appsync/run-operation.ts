import type { ExecutionResult, GraphQLSchema } from 'graphql'
import { execute, GraphQLError, OperationTypeNode } from 'graphql'
import type { Caller } from '#src/sandbox/appsync/access.ts'
import type { CallContext } from '#src/sandbox/appsync/call.ts'
import type { Operation } from '#src/sandbox/appsync/operations.ts'
import type { Subscriptions } from '#src/sandbox/appsync/subscriptions.ts'

/** Runs a query or a mutation; what a mutation without errors announced goes to the subscribers. */
export async function runOperation(
  { schema, subscriptions }: { schema: GraphQLSchema; subscriptions: Subscriptions },
  { document, definition, variables }: Operation,
  caller: Caller,
): Promise<ExecutionResult> {
  if (definition.operation === OperationTypeNode.SUBSCRIPTION) {
    throw new GraphQLError('Subscriptions are only served over the real-time endpoint.')
  }
  const context: CallContext = { caller, announced: [] }
  const result = await execute({
    schema,
    document,
    operationName: definition.name?.value,
    variableValues: variables,
    contextValue: context,
  })
  if (!result.errors) for (const announced of context.announced) await subscriptions.publish(announced)
  return result
}
