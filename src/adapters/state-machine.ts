import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn'

/** The cycle's state machine. An execution is named after its slot, so that a slot can start only one. */
export function connectStateMachine(stateMachineArn: string) {
  const client = new SFNClient({ maxAttempts: 3 })
  const executionArn = (name: string) => `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`
  return {
    nameOf,
    startCycle: async (slot: string): Promise<void> => {
      const name = nameOf(slot)
      try {
        await client.send(
          new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify({ slot }) }),
        )
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error
      }
    },
    isRunning: async (name: string): Promise<boolean> => {
      try {
        const found = await client.send(new DescribeExecutionCommand({ executionArn: executionArn(name) }))
        return found.status === 'RUNNING'
      } catch (error) {
        if (error instanceof ExecutionDoesNotExist) return false
        throw error
      }
    },
  }
}

const nameOf = (slot: string) => `cycle-${slot.replaceAll(/[:.]/g, '-')}`
