import { readFile } from 'node:fs/promises'
import { actsPk, CYCLE_PK, escalationsByStatus, eventsByDay, projectPk } from '#src/adapters/dynamo/keys.ts'
import { TOKEN_PATTERN } from '#src/graphql/authoriser/token-pattern.ts'
import { bundleResolvers, type BundledResolver } from '#src/graphql/bundle-resolvers.ts'

type Resource = {
  Type: string
  Properties?: Record<string, unknown>
  DependsOn?: string
  ArcMetadata?: { pragma: string }
}
export type Template = { Resources: Record<string, Resource>; Outputs?: Record<string, unknown> }
type DeployInput = { cloudformation: Template; inventory: { inv: { app: string } }; stage: string }

const TABLE = 'WorkbenchTable'
const AUTHORISER = 'AuthoriserCustomLambda'
/** The functions that talk to the API: the stream's announces, the web hands its address to the browser. */
const CLIENTS = new Set(['http', 'tables-streams'])
/** Longest life of an authoriser's answer without a `ttlOverride` of its own; ours always has one. */
const AUTHORISER_TTL_SECONDS = 300

/** Adds the GraphQL API to the deployed stack: schema, resolvers, its two ways in, and who may reach it. */
export default {
  set: {
    customLambdas: () => ({ name: 'authoriser', src: 'build/functions/authoriser' }),
  },
  deploy: {
    async start({ cloudformation, inventory, stage }: DeployInput): Promise<Template> {
      const schema = await readFile(new URL('../graphql/schema.graphql', import.meta.url), 'utf8')
      const resolvers = await bundleResolvers()
      Object.assign(
        cloudformation.Resources,
        api(`${inventory.inv.app}-${stage}`, schema),
        dataSources(),
        Object.fromEntries(resolvers.map(resolver)),
      )
      for (const each of Object.values(cloudformation.Resources)) connectClient(each)
      cloudformation.Outputs = {
        ...cloudformation.Outputs,
        GraphqlUrl: { Description: 'GraphQL over HTTP', Value: URL_OF_API },
        GraphqlRealtimeUrl: { Description: 'GraphQL subscriptions', Value: REALTIME_URL_OF_API },
      }
      return cloudformation
    },
  },
}

const attribute = (id: string, name: string) => ({ 'Fn::GetAtt': [id, name] })
const API_ID = attribute('GraphqlApi', 'ApiId')
const URL_OF_API = attribute('GraphqlApi', 'GraphQLUrl')
const REALTIME_URL_OF_API = attribute('GraphqlApi', 'RealtimeUrl')

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
          { 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSAppSyncPushToCloudWatchLogs' },
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
  Resource: [attribute(TABLE, 'Arn'), { 'Fn::Sub': `\${${TABLE}.Arn}/index/GSI1` }],
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

/** The authoriser gets no address: the API names it, so naming the API in turn would be a circle. */
function connectClient({ ArcMetadata, Properties }: Resource): void {
  if (!Properties || !ArcMetadata || !CLIENTS.has(ArcMetadata.pragma)) return
  const urls = { GRAPHQL_URL: URL_OF_API, GRAPHQL_REALTIME_URL: REALTIME_URL_OF_API }
  const { Environment, Policies } = Properties
  Properties.Environment = { Variables: { ...variablesOf(Environment), ...urls } }
  if (ArcMetadata.pragma === 'tables-streams') {
    const before: unknown[] = Array.isArray(Policies) ? Policies : []
    Properties.Policies = [...before, ANNOUNCES]
  }
}

/** SAM heeds it unless the function has a ready-made `Role`: on-change needs policies of its own (config.arc). */
const ANNOUNCES = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: 'appsync:GraphQL',
      Resource: { 'Fn::Sub': '${GraphqlApi.Arn}/types/Mutation/fields/announce*' },
    },
  ],
}

function variablesOf(environment: unknown): object {
  if (typeof environment !== 'object' || environment === null || !('Variables' in environment)) return {}
  return typeof environment.Variables === 'object' && environment.Variables !== null
    ? environment.Variables
    : {}
}
