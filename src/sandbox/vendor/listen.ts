import type { Server } from 'node:http'

/** Listens on a local port (0: any free one) and gives the one in use. Rejects, saying whose port it is, when it can't. */
export function listen(server: Server, name: string, port: number, host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      const why = taken ? 'is taken: free it or set PORT' : `can't be used: ${error.message}`
      reject(new Error(`${name} can't start: port ${port} on ${host} ${why}.`, { cause: error }))
    })
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

/** Lets nobody in any more, and ends who is still there. */
export function endServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeAllConnections()
  })
}
