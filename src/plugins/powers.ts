import {
  CONFIG_PK,
  CYCLE_PK,
  cyclePk,
  PM_PK,
  projectPk,
  projectsByStatus,
  sourcePk,
  spendingPk,
} from '#src/adapters/dynamo/keys.ts'
import {
  attribute,
  EXECUTE,
  MACHINE,
  REASON,
  RELEASE_HOLDS,
  SELF_TEST,
  sub,
  TABLE,
  TICK,
} from './cloudformation.ts'

type Statement = { Effect: 'Allow'; Action: string | string[]; Resource: unknown; Condition?: object }
type Power = { statements: Statement[]; variables?: Record<string, unknown> }

const TABLE_ARN = attribute(TABLE, 'Arn')
const READ = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query']
const EXECUTIONS = `arn:\${AWS::Partition}:states:\${AWS::Region}:\${AWS::AccountId}:execution:\${${MACHINE}.Name}:*`
const WRITE = [
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:ConditionCheckItem',
]

/** The sender of mail to the PM, where whoever deploys names one; without it SES is asked to use the PM's own address. */
const { NOTICE_FROM } = process.env
const NOTICE: Record<string, string> = NOTICE_FROM ? { NOTICE_FROM } : {}

/**
 * Every word that `policies` of a config.arc may use: what it allows, and the names that go with it in the environment.
 * IAM sees a row's partition key only, so who may write signals or matters may write any row of a source's or a
 * project's partition; acts, permits, settings and sessions lie in partitions of their own for that reason.
 */
export const POWERS: Record<string, Power> = {
  'use-table': {
    statements: [allow([...READ, ...WRITE], [TABLE_ARN, sub(`\${${TABLE}.Arn}/index/*`)])],
  },
  'read-work': { statements: [onPartitions(READ, sourcePk('*', '*'), projectPk('*'), cyclePk('*'))] },
  'list-projects': {
    statements: [onRows('dynamodb:Query', sub(`\${${TABLE}.Arn}/index/GSI1`), projectsByStatus('active'))],
  },
  // Until when a source asked to be left alone is kept in its partition.
  'keep-patience': {
    statements: [onPartitions(['dynamodb:GetItem', 'dynamodb:PutItem'], sourcePk('*', '*'))],
  },
  'write-signals': { statements: [onPartitions('dynamodb:PutItem', sourcePk('*', '*'))] },
  'write-matters': { statements: [onPartitions('dynamodb:PutItem', projectPk('*'))] },
  'read-settings': { statements: [onPartitions('dynamodb:GetItem', CONFIG_PK)] },
  'keep-running': { statements: [onPartitions(['dynamodb:GetItem', 'dynamodb:PutItem'], CYCLE_PK)] },
  'set-aside': { statements: [onPartitions('dynamodb:PutItem', PM_PK)] },
  'read-spending': { statements: [onPartitions('dynamodb:BatchGetItem', spendingPk('*'))] },
  spend: { statements: [onPartitions([...READ, 'dynamodb:PutItem'], spendingPk('*'))] },
  // `MODEL` as deployed: a key in the secret is all that is missing.
  'read-model-secret': readSecret('MODEL_SECRET', 'pm-workbench/model', { MODEL: 'claude' }),
  'read-jira-secret': readSecret('JIRA_SECRET', 'pm-workbench/jira'),
  'read-asana-secret': readSecret('ASANA_SECRET', 'pm-workbench/asana'),
  // Whoever reads the mailbox has to know our own notices when they come in.
  'read-graph-secret': readSecret('GRAPH_SECRET', 'pm-workbench/graph', NOTICE),
  'read-web-secret': readSecret('WEB_SECRET', 'pm-workbench/web'),
  'mail-pm': { statements: [sendFrom(NOTICE_FROM)], variables: NOTICE },
  'start-cycle': {
    statements: [
      allow('states:StartExecution', { Ref: MACHINE }),
      allow('states:DescribeExecution', sub(EXECUTIONS)),
    ],
    variables: { CYCLE_STATE_MACHINE_ARN: { Ref: MACHINE } },
  },
  'wake-release-holds': wake('RELEASE_HOLDS_FUNCTION', RELEASE_HOLDS),
  'wake-tick': wake('TICK_FUNCTION', TICK),
  'wake-self-test': wake('SELF_TEST_FUNCTION', SELF_TEST),
  'wake-reason': wake('REASON_FUNCTION', REASON),
  'wake-execute': wake('EXECUTE_FUNCTION', EXECUTE),
  'follow-stream': {
    statements: [
      allow(
        [
          'dynamodb:DescribeStream',
          'dynamodb:GetRecords',
          'dynamodb:GetShardIterator',
          'dynamodb:ListStreams',
        ],
        sub(`\${${TABLE}.Arn}/stream/*`),
      ),
    ],
  },
}

/** Invoking one function, whose name stands in this variable. */
function wake(variable: string, id: string): Power {
  const statements = [allow('lambda:InvokeFunction', attribute(`${id}Lambda`, 'Arn'))]
  return { statements, variables: { [variable]: { Ref: `${id}Lambda` } } }
}

function allow(Action: string | string[], Resource: unknown): Statement {
  return { Effect: 'Allow', Action, Resource }
}

/** On the base table only, and only on rows of these partitions. */
function onPartitions(Action: string | string[], ...leadingKeys: string[]): Statement {
  return onRows(Action, TABLE_ARN, ...leadingKeys)
}

function onRows(Action: string | string[], Resource: unknown, ...leadingKeys: string[]): Statement {
  const Condition = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': leadingKeys } }
  return { ...allow(Action, Resource), Condition }
}

/** From this sender only, where it is known. In its sandbox SES asks for the right to the receiver's identity too. */
function sendFrom(address: string | undefined): Statement {
  const identities = 'arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/*'
  const Condition = { StringEquals: { 'ses:FromAddress': address } }
  return { ...allow('ses:SendEmail', sub(identities)), ...(address ? { Condition } : {}) }
}

/** Secrets Manager ends an ARN with a hyphen and six characters of its own. */
function readSecret(variable: string, name: string, also: Record<string, string> = {}): Power {
  const arn = `arn:\${AWS::Partition}:secretsmanager:\${AWS::Region}:\${AWS::AccountId}:secret:${name}-??????`
  return {
    statements: [allow('secretsmanager:GetSecretValue', sub(arn))],
    variables: { [variable]: name, ...also },
  }
}
