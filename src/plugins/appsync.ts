import { readFile } from 'node:fs/promises'
import { bundleResolvers } from '#src/graphql/bundle-resolvers.ts'
import { apiResources, REALTIME_URL_OF_API, URL_OF_API } from './appsync-api.ts'
import { sub, variablesOf, type Resource, type Template } from './cloudformation.ts'

type DeployInput = { cloudformation: Template; inventory: { inv: { app: string } }; stage: string }

/** The functions that talk to the API: the stream's announces, the web hands its address to the browser. */
const CLIENTS = new Set(['http', 'tables-streams'])

/** Adds the GraphQL API to the deployed stack: schema, resolvers, its two ways in, and who may reach it. */
export default {
  set: {
    customLambdas: () => ({ name: 'authoriser', src: 'build/functions/authoriser' }),
  },
  deploy: {
    async start({ cloudformation, inventory, stage }: DeployInput): Promise<Template> {
      const schema = await readFile(new URL('../graphql/schema.graphql', import.meta.url), 'utf8')
      const name = `${inventory.inv.app}-${stage}`
      Object.assign(cloudformation.Resources, apiResources(name, schema, await bundleResolvers()))
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

/** The authoriser gets no address: the API names it, so naming the API in turn would be a circle. */
function connectClient({ ArcMetadata, Properties }: Resource): void {
  if (!Properties || !ArcMetadata || !CLIENTS.has(ArcMetadata.pragma)) return
  const urls = { GRAPHQL_URL: URL_OF_API, GRAPHQL_REALTIME_URL: REALTIME_URL_OF_API }
  const { Policies } = Properties
  Properties.Environment = { Variables: { ...variablesOf(Properties), ...urls } }
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
      Resource: sub('${GraphqlApi.Arn}/types/Mutation/fields/announce*'),
    },
  ],
}
