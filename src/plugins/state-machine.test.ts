import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Template } from './cloudformation.ts'
import stateMachine from './state-machine.ts'

const resource = (): Template['Resources'][string] => ({
  Type: 'x',
  Properties: { Target: { Arn: 'arn', RoleArn: 'role' } },
})
const scheduled = (): Template => ({
  Resources: {
    TickScheduleLambda: resource(),
    TickScheduleEvent: resource(),
    ReleaseHoldsScheduleLambda: resource(),
    ReleaseHoldsScheduleEvent: resource(),
  },
})

test('each task of the workflow is a folder with a handler', () => {
  const steps = stateMachine.set.customLambdas()
  expect(steps).toContainEqual({ name: 'update-artefacts', src: 'build/functions/update-artefacts' })
  expect(steps).toHaveLength(9)
  for (const { name } of steps) expect(existsSync(`src/agent/${name}/handler.ts`), name).toBe(true)
})

test('a schedule keeps its target and is told the time that was meant', () => {
  const { Resources } = stateMachine.deploy.start({ cloudformation: scheduled() })
  expect(Resources.TickScheduleEvent?.Properties?.Target).toEqual({
    Arn: 'arn',
    RoleArn: 'role',
    Input: '{"scheduledAt":"<aws.scheduler.scheduled-time>"}',
    RetryPolicy: { MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 600 },
  })
})

test('the machine may run its own steps and nothing else', () => {
  const { Resources } = stateMachine.deploy.start({ cloudformation: scheduled() })
  const arns = stateMachine.set
    .customLambdas()
    .map(() => ({ 'Fn::GetAtt': [expect.stringMatching(/CustomLambda$/), 'Arn'] }))
  expect(Resources.CycleStateMachine?.Properties).toMatchObject({
    Policies: [{ Statement: [{ Action: 'lambda:InvokeFunction', Resource: arns }, { Resource: '*' }] }],
  })
})

test('a schedule that app.arc no longer has is named', () => {
  expect(() => stateMachine.deploy.start({ cloudformation: { Resources: {} } })).toThrow(
    /no TickScheduleEvent/,
  )
})
