import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeTemplate } from '#src/commands/template.ts'
import { layOutBuild, layOutProject, readTemplate, type Template } from '../fixtures/template.ts'

let root: string
let template: Template
const propertiesOf = (id: string) => template.Resources[id]?.Properties ?? {}

beforeAll(async () => {
  root = await layOutProject()
  await layOutBuild(root)
  template = await readTemplate(await writeTemplate(root, 'staging'))
})

afterAll(() => rm(root, { recursive: true, force: true }))

describe('the steps that read untrusted words (law 9)', () => {
  test.each([
    ['Sanitise', 'SOURCE#*#*'],
    ['Classify', 'SOURCE#*#*'],
    ['Reason', 'PROJECT#*'],
  ])(
    '%s sees no act, no setting, no session and no secret but the model’s, and writes %s and spending only',
    (state, partition) => {
      const { Policies } = propertiesOf(`${state}CustomLambda`)
      expect(JSON.stringify(Policies)).not.toMatch(/pm-workbench\/(?!model)|appsync|lambda:|states:|index/)
      const on = (...keys: string[]) => ({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys } })
      const table = { Effect: 'Allow', Resource: { 'Fn::GetAtt': ['WorkbenchTable', 'Arn'] } }
      const reads = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query']
      const Statement = [
        { ...table, Action: reads, Condition: on('SOURCE#*#*', 'PROJECT#*', 'CYCLE#*') },
        { ...table, Action: 'dynamodb:PutItem', Condition: on(partition) },
        { ...table, Action: [...reads, 'dynamodb:PutItem'], Condition: on('SPENDING#*') },
        {
          ...{ Effect: 'Allow', Action: 'secretsmanager:GetSecretValue' },
          Resource: { 'Fn::Sub': expect.stringMatching(/:secret:pm-workbench\/model-\?{6}$/) },
        },
      ]
      expect(Policies).toEqual([{ Version: '2012-10-17', Statement }])
    },
  )
})
