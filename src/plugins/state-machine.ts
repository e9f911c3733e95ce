import { readFileSync } from 'node:fs'
import { z } from 'zod'
import {
  attribute,
  MACHINE,
  propertiesOf,
  RELEASE_HOLDS,
  sub,
  TICK,
  type Template,
} from './cloudformation.ts'

const LOG_GROUP = 'CycleLog'
const LOG_DAYS = 30

/** The steps of the check as Lambdas, the workflow that runs them, and the clock that starts it. */
export default {
  set: {
    customLambdas: () =>
      steps().map((state) => ({ name: folderOf(state), src: `build/functions/${folderOf(state)}` })),
  },
  deploy: {
    start({ cloudformation }: { cloudformation: Template }): Template {
      Object.assign(cloudformation.Resources, machine())
      schedule(cloudformation, TICK, { attempts: 2, deliveries: 3, withinSeconds: 600 })
      // A sweep that failed is not worth repeating: the next one comes within the minute.
      schedule(cloudformation, RELEASE_HOLDS, { attempts: 0, deliveries: 0, withinSeconds: 60 })
      return cloudformation
    },
  },
}

function machine() {
  const functions = steps().map((state): [string, object] => [
    state,
    attribute(`${state}CustomLambda`, 'Arn'),
  ])
  return {
    [LOG_GROUP]: {
      Type: 'AWS::Logs::LogGroup',
      Properties: {
        LogGroupName: sub('/aws/vendedlogs/states/${AWS::StackName}-cycle'),
        RetentionInDays: LOG_DAYS,
      },
    },
    [MACHINE]: {
      Type: 'AWS::Serverless::StateMachine',
      Properties: {
        Type: 'STANDARD',
        Definition: workflow(),
        DefinitionSubstitutions: Object.fromEntries(functions),
        Logging: {
          Level: 'ERROR',
          IncludeExecutionData: false,
          Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: attribute(LOG_GROUP, 'Arn') } }],
        },
        Policies: [
          {
            Version: '2012-10-17',
            Statement: [
              { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: functions.map(([, arn]) => arn) },
              DELIVERS_LOGS,
            ],
          },
        ],
      },
    },
  }
}

/** Source: Step Functions developer guide, "Logging using CloudWatch Logs"; these actions know no narrower resource. */
const DELIVERS_LOGS = {
  Effect: 'Allow',
  Action: [
    'logs:CreateLogDelivery',
    'logs:GetLogDelivery',
    'logs:UpdateLogDelivery',
    'logs:DeleteLogDelivery',
    'logs:ListLogDeliveries',
    'logs:PutResourcePolicy',
    'logs:DescribeResourcePolicies',
    'logs:DescribeLogGroups',
  ],
  Resource: '*',
}

/** How often Lambda runs it again after an error (2 is its limit), and Scheduler hands it over again; within how long. */
type Patience = { attempts: number; deliveries: number; withinSeconds: number }

/** Gives a schedule its slot: the time that was meant, which a late or repeated delivery does not change. */
function schedule(template: Template, id: string, { attempts, deliveries, withinSeconds }: Patience): void {
  const event = propertiesOf(template, `${id}Event`)
  event.Target = {
    ...z.record(z.string(), z.unknown()).parse(event.Target),
    Input: JSON.stringify({ scheduledAt: '<aws.scheduler.scheduled-time>' }),
    RetryPolicy: { MaximumRetryAttempts: deliveries, MaximumEventAgeInSeconds: withinSeconds },
  }
  propertiesOf(template, `${id}Lambda`).EventInvokeConfig = {
    MaximumRetryAttempts: attempts,
    MaximumEventAgeInSeconds: withinSeconds,
  }
}

function steps(): string[] {
  const tasks = Object.entries(workflow().States).filter(([, { Type }]) => Type === 'Task')
  return tasks.map(([state]) => state)
}

const workflowFile = z.looseObject({ States: z.record(z.string(), z.looseObject({ Type: z.string() })) })

function workflow() {
  const text = readFileSync(new URL('../agent/workflow.asl.json', import.meta.url), 'utf8')
  return workflowFile.parse(JSON.parse(text))
}

/** `DetectChanges` is the folder `detect-changes`. */
const folderOf = (state: string) => state.replaceAll(/(?<!^)[A-Z]/g, '-$&').toLowerCase()
