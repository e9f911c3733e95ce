import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import { getOperationAST, GraphQLError, parse, validate } from 'graphql'
import { z } from 'zod'

/** A GraphQL request as it stands in an HTTP body or in the `data` of a `start` frame. */
export const graphqlRequest = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
})
export type GraphqlRequest = z.infer<typeof graphqlRequest>
export type Operation = {
  document: DocumentNode
  definition: OperationDefinitionNode
  variables: Record<string, unknown>
}

/** Parses and validates against the schema. Throws a GraphQLError. */
export function readOperation(schema: GraphQLSchema, request: GraphqlRequest): Operation {
  const document = parse(request.query)
  const [invalid] = validate(schema, document)
  if (invalid) throw invalid
  const definition = getOperationAST(document, request.operationName)
  if (!definition) throw new GraphQLError('Unknown operation.')
  return { document, definition, variables: request.variables ?? {} }
}

/** Errors as AppSync words them: `errorType` beside the message, not in `extensions`. */
export function appsyncErrors(errors: readonly GraphQLError[]) {
  return errors.map(({ message, path, locations, extensions }) => ({
    message,
    errorType: extensions.errorType ?? 'ValidationError',
    data: extensions.data ?? null,
    errorInfo: extensions.errorInfo ?? null,
    path: path ?? null,
    locations: locations ?? null,
  }))
}
