import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'

/** Another Lambda, invoked without waiting for its answer. */
export function connectFunction(FunctionName: string): (payload: object) => Promise<void> {
  const client = new LambdaClient({ maxAttempts: 3 })
  return async (payload) => {
    const Payload = new TextEncoder().encode(JSON.stringify(payload))
    await client.send(new InvokeCommand({ FunctionName, InvocationType: 'Event', Payload }))
  }
}
