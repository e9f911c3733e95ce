import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'
import { createDoor, type Authorise } from '#src/sandbox/appsync/access.ts'
import { noneSource, tableSource, type Table } from '#src/sandbox/appsync/data-sources.ts'
import { MAX_PAYLOAD_BYTES, serveHttp } from '#src/sandbox/appsync/http.ts'
import { serveRealtime } from '#src/sandbox/appsync/realtime.ts'
import { loadSchema } from '#src/sandbox/appsync/schema.ts'
import type { IamKey } from '#src/sandbox/appsync/signatures.ts'
import { createSubscriptions } from '#src/sandbox/appsync/subscriptions.ts'
import { endServer, listen } from '#src/sandbox/vendor/listen.ts'

export type AppSyncOptions = {
  /** 0: any free port. */
  port: number
  host?: string
  table: Table
  authorise: Authorise
  /** The only key whose signature is accepted. */
  iam: IamKey
  realNow: () => Date
}

export type RunningAppSync = {
  /** Queries and mutations; ends in `/graphql`. Amplify's subscriptions take it with `ws:` for `http:`. */
  url: string
  realtimeUrl: string
  /** How many sockets are open. */
  connections(): number
  /** Cuts every socket without a goodbye, as a lost network does. */
  dropAll(): void
  close(): Promise<void>
}

/** AppSync on this machine: the deployed schema and resolvers behind its HTTP and real-time protocols. */
export async function startAppSync(options: AppSyncOptions): Promise<RunningAppSync> {
  const { host = '127.0.0.1', port } = options
  const table = tableSource(options.table)
  const schema = await loadSchema({ none: noneSource, table })
  const deps = { schema, subscriptions: createSubscriptions(schema), identify: createDoor(options) }
  const server = createServer((request, response) => void serveHttp(request, response, deps))
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_PAYLOAD_BYTES,
    handleProtocols: (offered) => (offered.has('graphql-ws') ? 'graphql-ws' : false),
  })
  server.on('upgrade', (request, socket, head) => {
    if (!/^\/graphql\/realtime(\?|$)/.test(request.url ?? '')) return socket.destroy()
    sockets.handleUpgrade(request, socket, head, (client) =>
      serveRealtime(client, request.headers['sec-websocket-protocol'] ?? '', deps),
    )
  })
  const base = `${host}:${await listen(server, "AppSync's double", port, host)}/graphql`
  const dropAll = () => sockets.clients.forEach((client) => client.terminate())
  return {
    url: `http://${base}`,
    realtimeUrl: `ws://${base}/realtime`,
    connections: () => sockets.clients.size,
    dropAll,
    async close() {
      dropAll()
      table.close()
      await endServer(server)
    },
  }
}
