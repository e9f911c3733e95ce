import { actsPk, CYCLE_PK, escalationsByStatus, eventsByDay, projectPk } from '#src/adapters/dynamo/keys.ts'
import { TOKEN_PATTERN } from '#src/graphql/authoriser/token-pattern.ts'
import type { BundledResolver } from '#src/graphql/bundle-resolvers.ts'
import { attribute, sub, TABLE, type Resource } from './cloudformation.ts'

const AUTHORISER = 'AuthoriserCustomLambda'
/** Longest life of an authoriser's answer without a `ttlOverride` of its own; ours always has one. */
const AUTHORISER_TTL_SECONDS = 300

const API_ID = attribute('GraphqlApi', 'ApiId')
export const URL_OF_API = attribute('GraphqlApi', 'GraphQLUrl')
export const REALTIME_URL_OF_API = attribute('GraphqlApi', 'RealtimeUrl')

/** The API of a stack: schema, data sources, resolvers, and the authoriser's permit. */
export function apiResources(
  name: string,
  schema: string,
  resolvers: BundledResolver[],
): Record<string, Resource> {
  return { ...api(name, schema), ...dataSources(), ...Object.fromEntries(resolvers.map(resolver)) }
}

function api(name: string, schema: string): Record<string, Resource> {
  return {
    GraphqlApi: {
      Type: 'AWS::AppSync::GraphQLApi',
      Properties: {
        Name: name,
        AuthenticationType: 'AWS_IAM',
        AdditionalAuthenticationProviders: [
          {
            AuthenticationType: 'AWS_LAMBDA',
            LambdaAuthorizerConfig: {
              AuthorizerUri: attribute(AUTHORISER, 'Arn'),
              AuthorizerResultTtlInSeconds: AUTHORISER_TTL_SECONDS,
              IdentityValidationExpression: TOKEN_PATTERN,
            },
          },
        ],
        IntrospectionConfig: 'DISABLED',
        QueryDepthLimit: 3,
        XrayEnabled: true,
        LogConfig: {
          CloudWatchLogsRoleArn: attribute('GraphqlLogRole', 'Arn'),
          FieldLogLevel: 'ERROR',
          ExcludeVerboseContent: true,
        },
      },
    },
    GraphqlApiSchema: {
      Type: 'AWS::AppSync::GraphQLSchema',
      Properties: { ApiId: API_ID, Definition: schema },
    },
    GraphqlAuthoriserPermission: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        Action: 'lambda:InvokeFunction',
        FunctionName: attribute(AUTHORISER, 'Arn'),
        Principal: 'appsync.amazonaws.com',
        SourceArn: attribute('GraphqlApi', 'Arn'),
      },
    },
    GraphqlLogRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: ASSUMED_BY_APPSYNC,
        ManagedPolicyArns: [
          sub('arn:${AWS::Partition}:iam::aws:policy/service-role/AWSAppSyncPushToCloudWatchLogs'),
        ],
      },
    },
  }
}

const ASSUMED_BY_APPSYNC = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'appsync.amazonaws.com' }, Action: 'sts:AssumeRole' }],
}

/** Reading, and only of the partitions that our queries read: sessions and settings stay out of reach. */
const READS_THE_TABLE = {
  Effect: 'Allow',
  Action: ['dynamodb:GetItem', 'dynamodb:Query'],
  Resource: [attribute(TABLE, 'Arn'), sub(`\${${TABLE}.Arn}/index/GSI1`)],
  Condition: {
    'ForAllValues:StringLike': {
      'dynamodb:LeadingKeys': [
        CYCLE_PK,
        projectPk('*'),
        actsPk('*'),
        escalationsByStatus('*'),
        eventsByDay('*'),
      ],
    },
  },
}

function dataSources(): Record<string, Resource> {
  const policy = {
    PolicyName: 'read-the-table',
    PolicyDocument: { Version: '2012-10-17', Statement: [READS_THE_TABLE] },
  }
  return {
    GraphqlTableRole: {
      Type: 'AWS::IAM::Role',
      Properties: { AssumeRolePolicyDocument: ASSUMED_BY_APPSYNC, Policies: [policy] },
    },
    GraphqlTableSource: {
      Type: 'AWS::AppSync::DataSource',
      Properties: {
        ApiId: API_ID,
        Name: 'table',
        Type: 'AMAZON_DYNAMODB',
        ServiceRoleArn: attribute('GraphqlTableRole', 'Arn'),
        DynamoDBConfig: { TableName: { Ref: TABLE }, AwsRegion: { Ref: 'AWS::Region' } },
      },
    },
    GraphqlNoneSource: {
      Type: 'AWS::AppSync::DataSource',
      Properties: { ApiId: API_ID, Name: 'none', Type: 'NONE' },
    },
  }
}

const SOURCE_IDS = { none: 'GraphqlNoneSource', table: 'GraphqlTableSource' }

function resolver({ typeName, fieldName, dataSource, code }: BundledResolver): [string, Resource] {
  const id = `GraphqlResolver${typeName}${fieldName.charAt(0).toUpperCase()}${fieldName.slice(1)}`
  const properties = {
    ApiId: API_ID,
    TypeName: typeName,
    FieldName: fieldName,
    Kind: 'UNIT',
    DataSourceName: attribute(SOURCE_IDS[dataSource], 'Name'),
    Runtime: { Name: 'APPSYNC_JS', RuntimeVersion: '1.0.0' },
    Code: code,
  }
  return [id, { Type: 'AWS::AppSync::Resolver', DependsOn: 'GraphqlApiSchema', Properties: properties }]
}
