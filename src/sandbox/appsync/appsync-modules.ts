/** What `util.error` and `util.unauthorized` raise: AppSync reports it with its type. */
export class ResolverError extends Error {
  readonly errorType: string
  readonly data: unknown
  readonly errorInfo: unknown
  constructor(message: string, errorType = 'Custom', data: unknown = null, errorInfo: unknown = null) {
    super(message)
    this.errorType = errorType
    this.data = data
    this.errorInfo = errorInfo
  }
}

/** Operator -> operand; the table's keys are all strings. */
type Condition = Record<string, string>
type GetInput = { key: Record<string, string>; consistentRead?: boolean }
type QueryInput = {
  query: Record<string, Condition>
  index?: string
  limit?: number
  scanIndexForward?: boolean
  consistentRead?: boolean
  nextToken?: string
}

/** As much of `util` as our resolvers use. Anything else fails loudly instead of answering something else than AWS. */
const util = loud('util', {
  error(message: string, errorType?: string, data?: unknown, errorInfo?: unknown): never {
    throw new ResolverError(message, errorType, data, errorInfo)
  },
  unauthorized(): never {
    throw new ResolverError('Unauthorized', 'Unauthorized')
  },
})

/** The helpers of `@aws-appsync/utils/dynamodb` that our resolvers use; they only build request objects. */
const dynamodb = loud('@aws-appsync/utils/dynamodb', {
  get({ key, consistentRead = false }: GetInput) {
    return { operation: 'GetItem', key: typed(Object.entries(key)), consistentRead }
  },
  query({ query, ...rest }: QueryInput) {
    const conditions = Object.entries(query).flatMap(([name, tests]) =>
      Object.entries(tests).map(([operator, value]) => ({ name, operator, value })),
    )
    return {
      operation: 'Query',
      query: {
        expression: conditions.map(({ name, operator }) => comparison(name, operator)).join(' AND '),
        expressionNames: Object.fromEntries(conditions.map(({ name }) => [`#${name}`, name])),
        expressionValues: typed(conditions.map(({ name, value }) => [`:${name}`, value])),
      },
      ...rest,
    }
  },
})

/** By the name a resolver imports them under. */
export const appsyncModules = new Map<string, unknown>([
  ['@aws-appsync/utils', loud('@aws-appsync/utils', { util })],
  ['@aws-appsync/utils/dynamodb', dynamodb],
])

/** DynamoDB's own notation of strings: AppSync's request objects carry it. */
function typed(entries: [string, string][]): Record<string, { S: string }> {
  return Object.fromEntries(entries.map(([name, value]) => [name, { S: value }]))
}

const SYMBOLS: Record<string, string> = { eq: '=', lt: '<', le: '<=', gt: '>', ge: '>=' }

function comparison(name: string, operator: string): string {
  const symbol = SYMBOLS[operator]
  if (symbol) return `#${name} ${symbol} :${name}`
  if (operator === 'beginsWith') return `begins_with(#${name}, :${name})`
  throw new Error(`The sandbox's AppSync has no key condition "${operator}".`)
}

/** CommonJS interop asks for these two; every other name that is missing is a mistake. */
const PASSED_OVER = new Set<string | symbol>(['__esModule', 'then', 'default'])

function loud<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get(target, key, receiver) {
      if (Reflect.has(target, key) || typeof key === 'symbol' || PASSED_OVER.has(key)) {
        return Reflect.get(target, key, receiver)
      }
      throw new Error(`The sandbox's AppSync has no ${name}.${key}: write it, with a test, before using it.`)
    },
  })
}
