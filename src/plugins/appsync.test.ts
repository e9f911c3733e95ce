import { beforeAll, describe, expect, test } from 'vitest'
import appsync from '#src/plugins/appsync.ts'
import type { Template } from '#src/plugins/cloudformation.ts'

const aFunction = (pragma: string) => ({
  Type: 'AWS::Serverless::Function',
  ArcMetadata: { pragma },
  Properties: { Environment: { Variables: { KEPT: 'yes' } }, Policies: ['AWSLambdaBasicExecutionRole'] },
})

let template: Template
const propertiesOf = (id: string) => template.Resources[id]?.Properties ?? {}

beforeAll(async () => {
  template = await appsync.deploy.start({
    inventory: { inv: { app: 'pm-workbench' } },
    stage: 'staging',
    cloudformation: {
      Outputs: { API: { Value: 'x' } },
      Resources: {
        WorkbenchTable: { Type: 'AWS::DynamoDB::Table' },
        AuthoriserCustomLambda: aFunction('customLambdas'),
        AnyCatchallHTTPLambda: aFunction('http'),
        WorkbenchTableStreamLambda: aFunction('tables-streams'),
        TickScheduledLambda: aFunction('scheduled'),
      },
    },
  })
})

test('adds the API with its two ways in', () => {
  expect(propertiesOf('GraphqlApi')).toMatchObject({
    Name: 'pm-workbench-staging',
    AuthenticationType: 'AWS_IAM',
    AdditionalAuthenticationProviders: [
      {
        AuthenticationType: 'AWS_LAMBDA',
        LambdaAuthorizerConfig: { IdentityValidationExpression: expect.stringMatching(/^\^pm1\\\./) },
      },
    ],
  })
  expect(propertiesOf('GraphqlApiSchema').Definition).toContain('announceEscalation')
  expect(Object.keys(template.Outputs ?? {})).toEqual(['API', 'GraphqlUrl', 'GraphqlRealtimeUrl'])
})

test('announcements store nothing, look-ups read the table', () => {
  const resolvers = Object.values(template.Resources).filter(({ Type }) => Type === 'AWS::AppSync::Resolver')
  expect(resolvers).toHaveLength(10)
  for (const { Properties, DependsOn } of resolvers) {
    const source = Properties?.TypeName === 'Mutation' ? 'GraphqlNoneSource' : 'GraphqlTableSource'
    expect(Properties?.DataSourceName).toEqual({ 'Fn::GetAtt': [source, 'Name'] })
    expect(Properties?.Code).toMatch(/export \{\s+request,\s+response\s+\};/)
    expect(DependsOn).toBe('GraphqlApiSchema')
  }
})

test('the table is read, never written', () => {
  expect(JSON.stringify(template)).not.toMatch(/dynamodb:(Put|Update|Delete|Batch|Scan|\*)/)
})

describe('the functions', () => {
  const urls = ['KEPT', 'GRAPHQL_URL', 'GRAPHQL_REALTIME_URL']
  test.each([
    ['AnyCatchallHTTPLambda', urls],
    ['WorkbenchTableStreamLambda', urls],
    ['TickScheduledLambda', ['KEPT']],
    ['AuthoriserCustomLambda', ['KEPT']],
  ])('%s knows %j', (id, names) => {
    const { Environment } = propertiesOf(id)
    expect(Environment).toHaveProperty('Variables')
    expect(Object.keys(Object(Reflect.get(Object(Environment), 'Variables')))).toEqual(names)
  })

  test('only the stream’s may announce', () => {
    const announcing = Object.entries(template.Resources).filter(([, each]) =>
      JSON.stringify(each).includes('appsync:GraphQL'),
    )
    expect(announcing.map(([id]) => id)).toEqual(['WorkbenchTableStreamLambda'])
  })
})

test('every name that is pointed at exists, and nothing points in a circle', () => {
  const pointsAt = (value: unknown): string[] => {
    const text = JSON.stringify(value)
    const gets = [...text.matchAll(/"Fn::GetAtt":\["(\w+)"/g)].map(([, id = '']) => id)
    const subs = [...text.matchAll(/\$\{(\w+)\./g)].map(([, id = '']) => id)
    const refs = [...text.matchAll(/"Ref":"(\w+)"/g)].map(([, id = '']) => id)
    return [...gets, ...subs, ...refs]
  }
  const visit = (id: string, path: string[]): void => {
    expect(path).not.toContain(id)
    expect(Object.keys(template.Resources)).toContain(id)
    const { Properties } = template.Resources[id] ?? {}
    for (const next of new Set(pointsAt({ ...Properties, Code: '' }))) visit(next, [...path, id])
  }
  for (const id of Object.keys(template.Resources)) visit(id, [])
})
