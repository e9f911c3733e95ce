import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { writeTemplate } from '#src/commands/template.ts'
import { layOutBuild, layOutProject, readTemplate, type Template } from '../fixtures/template.ts'

let root: string
let template: Template
const textOf = (id: string) => JSON.stringify(template.Resources[id])

beforeAll(async () => {
  root = await layOutProject()
  await layOutBuild(root)
  template = await readTemplate(await writeTemplate(root, 'staging'))
})

afterAll(() => rm(root, { recursive: true, force: true }))

/** The functions in whose part of the template these words stand. */
const having = (words: string) =>
  Object.entries(template.Resources)
    .filter(([id, { Type }]) => Type === 'AWS::Serverless::Function' && textOf(id).includes(words))
    .map(([id]) => id)

const policies = z.array(
  z.looseObject({
    Statement: z.array(
      z.looseObject({ Resource: z.unknown(), Action: z.unknown(), Condition: z.unknown().optional() }),
    ),
  }),
)

/** What a function may do with one resource. */
const statementsOf = (id: string, resource: unknown) =>
  policies
    .parse(template.Resources[id]?.Properties.Policies)
    .flatMap(({ Statement }) => Statement)
    .filter(({ Resource }) => JSON.stringify(Resource) === JSON.stringify(resource))
    .map(({ Action, Condition }) => ({ Action, Condition }))

test('only those that speak to Jira and Outlook may read their secrets, and the web function can’t', () => {
  const sources = [
    ...['DetectChangesCustomLambda', 'ExecuteCustomLambda', 'HeartbeatCustomLambda'],
    ...['HousekeepingCustomLambda', 'ReleaseHoldsScheduleLambda', 'SelfTestCustomLambda'],
    'UpdateArtefactsCustomLambda',
  ]
  expect(having('secret:pm-workbench/jira-??????').sort()).toEqual(sources)
  expect(having('secret:pm-workbench/graph-??????').sort()).toEqual(sources)
  expect(having('"GRAPH_SECRET":"pm-workbench/graph"').sort()).toEqual(sources)
  const web = ['AnyCatchallHTTPLambda', 'AuthoriserCustomLambda']
  expect(having('secret:pm-workbench/web-??????').sort()).toEqual(web)
  expect(having('"WEB_SECRET":"pm-workbench/web"').sort()).toEqual(web)
})

test('what can mail the PM can do nothing else with SES', () => {
  const mailing = having('ses:')
  expect(mailing.sort()).toEqual([
    ...['ExecuteCustomLambda', 'HousekeepingCustomLambda', 'ReleaseHoldsScheduleLambda'],
  ])
  for (const id of mailing) expect([...textOf(id).matchAll(/ses:\w+/g)].flat()).toEqual(['ses:SendEmail'])
})

test('normalise lists active projects and sees nothing else of an index; tick reads what was spent', () => {
  const on = (key: string) => ({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [key] } })
  expect(statementsOf('NormaliseCustomLambda', { 'Fn::Sub': '${WorkbenchTable.Arn}/index/GSI1' })).toEqual([
    { Action: 'dynamodb:Query', Condition: on('STATUS#active') },
  ])
  expect(textOf('NormaliseCustomLambda')).not.toMatch(/ACTS#|index\/(?!GSI1)|secretsmanager/)
  const table = { 'Fn::GetAtt': ['WorkbenchTable', 'Arn'] }
  expect(statementsOf('TickScheduleLambda', table)).toContainEqual({
    Action: 'dynamodb:BatchGetItem',
    Condition: on('SPENDING#*'),
  })
})

test('on-change alone announces and wakes; tick alone starts a check', () => {
  expect(having('appsync:GraphQL')).toEqual(['WorkbenchTableStreamLambda'])
  expect(having('lambda:InvokeFunction')).toEqual(['WorkbenchTableStreamLambda'])
  expect(having('RELEASE_HOLDS_FUNCTION')).toEqual(['WorkbenchTableStreamLambda'])
  expect(having('TICK_FUNCTION')).toEqual(['WorkbenchTableStreamLambda'])
  expect(having('REASON_FUNCTION')).toEqual(['WorkbenchTableStreamLambda'])
  expect(having('EXECUTE_FUNCTION')).toEqual(['WorkbenchTableStreamLambda'])
  expect(having('SELF_TEST_FUNCTION')).toEqual(['WorkbenchTableStreamLambda'])
  expect(having('dynamodb:GetRecords')).toEqual(['WorkbenchTableStreamLambda'])
  expect(having('states:StartExecution')).toEqual(['TickScheduleLambda'])
  expect(having('CYCLE_STATE_MACHINE_ARN')).toEqual(['TickScheduleLambda'])
})
