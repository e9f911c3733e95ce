import { expect, test } from 'vitest'
import type { Template } from './cloudformation.ts'
import stream from './stream.ts'

test('the table is kept, and its stream keeps what Architect wired', () => {
  const cloudformation: Template = {
    Resources: {
      WorkbenchTable: { Type: 'AWS::DynamoDB::Table', Properties: { BillingMode: 'PAY_PER_REQUEST' } },
      WorkbenchTableStreamEvent: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: { EventSourceArn: 'stream', FunctionName: 'on-change', BatchSize: 10 },
      },
    },
  }
  const { Resources } = stream.deploy.start({ cloudformation })
  expect(Resources.WorkbenchTable).toEqual({
    Type: 'AWS::DynamoDB::Table',
    Properties: { BillingMode: 'PAY_PER_REQUEST' },
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
  })
  expect(Resources.WorkbenchTableStreamEvent?.Properties).toMatchObject({
    EventSourceArn: 'stream',
    FunctionName: 'on-change',
    BatchSize: 25,
    MaximumRetryAttempts: 5,
  })
})

test('a table that app.arc no longer streams is named', () => {
  expect(() => stream.deploy.start({ cloudformation: { Resources: {} } })).toThrow(
    /no WorkbenchTableStreamEvent/,
  )
})
