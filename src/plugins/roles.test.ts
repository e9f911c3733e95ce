import { beforeEach, expect, test } from 'vitest'
import type { Template } from './cloudformation.ts'
import roles, { BadPolicies } from './roles.ts'

const document = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'appsync:GraphQL', Resource: 'x' }],
}
const aFunction = (...policies: unknown[]) => ({
  Type: 'AWS::Serverless::Function',
  Properties: {
    Timeout: 60,
    Environment: { Variables: { KEPT: 'yes', ARC_ROLE: { Ref: 'Role' } } },
    ...(policies.length > 0 ? { Policies: policies } : { Role: { Ref: 'Role' } }),
  },
})

let template: Template
const afterwards = (id: string) => roles.deploy.start({ cloudformation: template }).Resources[id]?.Properties

beforeEach(() => {
  template = {
    Resources: { Role: { Type: 'AWS::IAM::Role' }, ParameterStorePolicy: { Type: 'AWS::IAM::Policy' } },
  }
})

test('a word becomes what it allows, and the names that go with it', () => {
  template.Resources.Authoriser = aFunction('read-web-secret')
  expect(afterwards('Authoriser')).toEqual({
    Timeout: 60,
    Environment: {
      Variables: {
        KEPT: 'yes',
        APP_TABLE: { Ref: 'WorkbenchTable' },
        MODEL: 'none',
        WEB_SECRET: 'pm-workbench/web',
      },
    },
    Policies: [
      {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: 'secretsmanager:GetSecretValue',
            Resource: { 'Fn::Sub': expect.stringMatching(/:secret:pm-workbench\/web-\?{6}$/) },
          },
        ],
      },
    ],
  })
  expect(Object.keys(template.Resources)).toEqual(['Authoriser'])
})

test('the steps that a flood runs through have a bounded heap, and no other', () => {
  const floods = ['DetectChangesCustomLambda', 'NormaliseCustomLambda', 'ReasonCustomLambda']
  for (const id of [...floods, 'SanitiseCustomLambda']) template.Resources[id] = aFunction('read-work')
  const { Resources } = roles.deploy.start({ cloudformation: template })
  const bounded = Object.entries(Resources).filter(([, { Properties }]) =>
    JSON.stringify(Properties).includes('--max-old-space-size='),
  )
  expect(bounded.map(([id]) => id)).toEqual(floods)
})

test('what another plugin added is kept', () => {
  template.Resources.OnChange = aFunction('set-aside', document)
  expect(afterwards('OnChange')).toMatchObject({ Policies: [{ Version: '2012-10-17' }, document] })
})

test('a function that says nothing would share the role with dynamodb:*, and is refused', () => {
  template.Resources.Tick = aFunction()
  expect(() => afterwards('Tick')).toThrow(BadPolicies)
  expect(() => afterwards('Tick')).toThrow(/Tick has no policies: its config.arc/)
})

test('a document alone is not enough: every function says what it may', () => {
  template.Resources.OnChange = aFunction(document)
  expect(() => afterwards('OnChange')).toThrow(BadPolicies)
})

test('a word that nobody knows is refused by name', () => {
  template.Resources.Tick = aFunction('use-tabel')
  expect(() => afterwards('Tick')).toThrow(/Tick: .*use-tabel/)
})
