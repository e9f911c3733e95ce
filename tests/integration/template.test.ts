import { globSync, readFileSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { INDEX_ATTRIBUTES } from '#src/adapters/dynamo/index-attributes.ts'
import { STREAMED } from '#src/agent/on-change/announcement.ts'
import { NotBuilt, writeTemplate } from '#src/commands/template.ts'
import { layOutBuild, layOutProject, pointersIn, readTemplate, type Template } from '../fixtures/template.ts'

let root: string
let template: Template
const propertiesOf = (id: string) => template.Resources[id]?.Properties ?? {}
const ofType = (type: string) => Object.entries(template.Resources).filter(([, each]) => each.Type === type)
const functions = () => ofType('AWS::Serverless::Function')

beforeAll(async () => {
  root = await layOutProject()
  await layOutBuild(root)
  template = await readTemplate(await writeTemplate(root, 'staging'))
})

afterAll(() => rm(root, { recursive: true, force: true }))

test('nothing is left lying about', async () => {
  expect((await readdir(root)).sort()).toEqual(['app.arc', 'build', 'src'])
})

test('without a build it says what to do', async () => {
  const empty = await layOutProject()
  await expect(writeTemplate(empty, 'staging')).rejects.toThrow(NotBuilt)
  await expect(writeTemplate(empty, 'staging')).rejects.toThrow(/lacks .*detect-changes.*npm run build/)
  await rm(empty, { recursive: true })
})

describe('the table', () => {
  test('outlives the stack, and can be brought back', () => {
    const retained = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }
    expect(template.Resources.WorkbenchTable).toMatchObject(retained)
    expect(propertiesOf('WorkbenchTable')).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    })
  })

  test('its indexes carry what the sandbox’s carry', () => {
    const index = (name: string) => ({
      IndexName: name,
      KeySchema: [
        { AttributeName: `${name}PK`, KeyType: 'HASH' },
        { AttributeName: `${name}SK`, KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: INDEX_ATTRIBUTES },
    })
    expect(propertiesOf('WorkbenchTable').GlobalSecondaryIndexes).toEqual([index('GSI1'), index('GSI2')])
  })

  test('its stream wakes on-change for what is announced, and retries with sense', () => {
    const { FilterCriteria, ...mapping } = propertiesOf('WorkbenchTableStreamEvent')
    expect(mapping).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 5,
      MaximumRecordAgeInSeconds: 600,
      StartingPosition: 'TRIM_HORIZON',
      BatchSize: 25,
    })
    const filters = z.object({ Filters: z.tuple([z.object({ Pattern: z.string() })]) })
    const changed = { eventName: ['INSERT', 'MODIFY'], dynamodb: { NewImage: { type: { S: STREAMED } } } }
    expect(JSON.parse(filters.parse(FilterCriteria).Filters[0].Pattern)).toEqual(changed)
  })
})

describe('the functions', () => {
  test('are every handler there is, with time and memory of their own, and no shared role', () => {
    const handlers = globSync('src/{agent,graphql}/*/handler.ts')
    expect(functions()).toHaveLength(handlers.length + 1)
    for (const [id, { Properties }] of functions()) {
      const MODEL = /^(Sanitise|Classify|Reason)Custom/.test(id) ? 'claude' : 'none'
      const Variables = { APP_TABLE: { Ref: 'WorkbenchTable' }, MODEL }
      const alike = { Runtime: 'nodejs24.x', Architectures: ['arm64'], Environment: { Variables } }
      expect(Properties, id).toMatchObject(alike)
      expect(Properties, id).not.toHaveProperty('Role')
      expect(Properties.Timeout).toBeLessThanOrEqual(110) // the workflow gives a step 120 s
      const config = readFileSync(join(String(Properties.CodeUri), 'config.arc'), 'utf8')
      expect(config).toMatch(/^timeout \d+$/m)
      expect(config).toMatch(/^memory \d+$/m)
    }
    expect(Object.keys(template.Resources)).not.toContain('Role')
    expect(JSON.stringify(template)).not.toContain('dynamodb:*')
  })
})

describe('the clock', () => {
  test.each([
    ['Tick', 'cron(0/15 * * * ? *)', { deliveries: 3, attempts: 2, MaximumEventAgeInSeconds: 600 }],
    ['ReleaseHolds', 'rate(1 minute)', { deliveries: 0, attempts: 0, MaximumEventAgeInSeconds: 60 }],
  ])('%s: %s, told the time that was meant', (name, expression, { deliveries, attempts, ...age }) => {
    expect(propertiesOf(`${name}ScheduleEvent`)).toMatchObject({
      ScheduleExpression: expression,
      Target: {
        Arn: { 'Fn::GetAtt': [`${name}ScheduleLambda`, 'Arn'] },
        Input: '{"scheduledAt":"<aws.scheduler.scheduled-time>"}',
        RetryPolicy: { MaximumRetryAttempts: deliveries, ...age },
      },
    })
    const { EventInvokeConfig } = propertiesOf(`${name}ScheduleLambda`)
    expect(EventInvokeConfig).toEqual({ MaximumRetryAttempts: attempts, ...age })
  })
})

test('the workflow is the one that the sandbox runs, and each of its tasks is a function', async () => {
  const machine = propertiesOf('CycleStateMachine')
  const asl: unknown = JSON.parse(await readFile('src/agent/workflow.asl.json', 'utf8'))
  expect(machine).toMatchObject({ Type: 'STANDARD', Definition: asl })
  const named = [...JSON.stringify(asl).matchAll(/"Resource":"\$\{(\w+)\}"/g)].map(([, name]) => name)
  const substitutions = z.record(
    z.string(),
    z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }),
  )
  const given = substitutions.parse(machine.DefinitionSubstitutions)
  expect(Object.keys(given)).toEqual(named)
  for (const {
    'Fn::GetAtt': [id],
  } of Object.values(given))
    expect(template.Resources[id]?.Type).toBe('AWS::Serverless::Function')
})

test('the API is there, with its two ways in, and each screen’s address is told to the web function', () => {
  expect(ofType('AWS::AppSync::GraphQLApi')).toHaveLength(1)
  expect(ofType('AWS::AppSync::Resolver').length).toBeGreaterThan(5)
  expect(template.Resources).toHaveProperty('GraphqlAuthoriserPermission')
  const urls = { GRAPHQL_URL: expect.anything(), GRAPHQL_REALTIME_URL: expect.anything() }
  expect(propertiesOf('AnyCatchallHTTPLambda')).toMatchObject({ Environment: { Variables: urls } })
})

test('assets are served below /_static/', () => {
  expect(JSON.stringify(propertiesOf('HTTP'))).toContain('/_static/{proxy+}')
})

test('whatever is pointed at exists, and nothing points in a circle', () => {
  const edges = new Map(Object.entries(template.Resources).map(([id, each]) => [id, pointersIn(each)]))
  const all = [...edges.values(), pointersIn(template.Outputs)].flat()
  expect(all.filter((id) => !edges.has(id))).toEqual([])
  const done = new Set<string>()
  const visit = (id: string, path: string[]): void => {
    expect(path, `a circle at ${id}`).not.toContain(id)
    if (done.has(id)) return
    for (const next of edges.get(id) ?? []) visit(next, [...path, id])
    done.add(id)
  }
  for (const id of edges.keys()) visit(id, [])
})
