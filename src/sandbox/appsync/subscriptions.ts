import type { GraphQLSchema } from 'graphql'
import { execute, getArgumentValues, GraphQLError, Kind, OperationTypeNode } from 'graphql'
import type { Caller } from '#src/sandbox/appsync/access.ts'
import type { Announced, CallContext } from '#src/sandbox/appsync/call.ts'
import { appsyncErrors, type Operation } from '#src/sandbox/appsync/operations.ts'
import { feedsOf, modesOf, refuseField } from '#src/sandbox/appsync/schema.ts'

type Payload = { data: unknown; errors?: unknown }
type Subscriber = {
  field: string
  filter: Record<string, unknown>
  operation: Operation
  caller: Caller
  deliver: (payload: Payload) => void
}
export type Subscriptions = {
  /** Starts one subscription; returns how to end it. Throws a GraphQLError when it is not allowed or not one field. */
  add(operation: Operation, caller: Caller, deliver: Subscriber['deliver']): () => void
  /** Hands a mutation's row to all whose arguments equal its fields, each through its own selection. */
  publish(announced: Announced): Promise<void>
}

/** Who follows what. An argument left out filters nothing; an explicit null asks for null. */
export function createSubscriptions(schema: GraphQLSchema): Subscriptions {
  const subscribers = new Set<Subscriber>()
  const feeds = feedsOf(schema)
  return {
    add(operation, caller, deliver) {
      const { field, filter } = rootField(schema, operation)
      refuseField(caller, 'Subscription', field, modesOf(schema, 'Subscription', field))
      const subscriber = { field, filter, operation, caller, deliver }
      subscribers.add(subscriber)
      return () => subscribers.delete(subscriber)
    },
    async publish({ mutationField, row }) {
      for (const subscriber of subscribers) {
        const { field, filter } = subscriber
        if (!feeds.get(field)?.includes(mutationField)) continue
        if (!Object.entries(filter).every(([name, wanted]) => (row[name] ?? null) === wanted)) continue
        subscriber.deliver(await selected(schema, subscriber, row))
      }
    },
  }
}

function rootField(schema: GraphQLSchema, { definition, variables }: Operation) {
  const [node, ...others] = definition.selectionSet.selections
  if (
    definition.operation !== OperationTypeNode.SUBSCRIPTION ||
    node?.kind !== Kind.FIELD ||
    others.length > 0
  ) {
    throw new GraphQLError('A start frame carries one subscription of one field.')
  }
  const field = schema.getSubscriptionType()?.getFields()[node.name.value]
  if (!field) throw new GraphQLError(`There is no subscription ${node.name.value}.`)
  return { field: field.name, filter: getArgumentValues(field, node, variables) }
}

async function selected(
  schema: GraphQLSchema,
  { field, operation, caller }: Subscriber,
  row: Record<string, unknown>,
): Promise<Payload> {
  const context: CallContext = { caller, announced: [] }
  const { data, errors } = await execute({
    schema,
    document: operation.document,
    operationName: operation.definition.name?.value,
    variableValues: operation.variables,
    contextValue: context,
    rootValue: { [field]: row },
  })
  return errors ? { data, errors: appsyncErrors(errors) } : { data }
}
