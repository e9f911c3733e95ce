import { StateMachine } from 'aws-local-stepfunctions'
import { z } from 'zod'
import { openExecutionJournal, type Execution } from './execution-journal.ts'
import { FunctionFailed, isFunctionName, type FunctionName, type Invoke } from './functions.ts'

/** What Step Functions allows between two states. */
const PAYLOAD_BYTES = 256 * 1024

/** The runner checks the definition itself, and more strictly than a schema here could. */
const asl = z.custom<ConstructorParameters<typeof StateMachine>[0]>((value) => typeof value === 'object')

export type StateMachines = {
  /** False when an execution of that name is there already. */
  start(name: string, input: unknown): boolean
  describe(name: string): Execution | undefined
  /** Resolves when nothing runs any more. */
  idle(): Promise<void>
  executions(): Execution[]
}

/** The deployed state machine, run by the same definition; each Task invokes the function named as its state. */
export function startStateMachines(options: {
  definition: string
  invoke: Invoke
  journal?: string
  retryAtOnce?: boolean
  log?: (line: string) => void
}): StateMachines {
  const { definition, invoke, journal, retryAtOnce, log = () => undefined } = options
  const states = taskStates(definition)
  // `tests/house` validates the definition, with the same validator: here it would cost each start half a second.
  const validationOptions = { noValidate: true }
  const machine = new StateMachine(asl.parse(JSON.parse(withArns(definition))), { validationOptions })
  const handlers = Object.fromEntries(states.map(([state, name]) => [state, task(invoke, name)]))
  const noWait = Object.fromEntries(states.map(([state]) => [state, 0]))
  const kept = openExecutionJournal(journal)
  const executions = new Map(kept.ended.map((each) => [each.name, each]))
  const running = new Set<Promise<void>>()

  const run = async (name: string, input: unknown) => {
    const overrides = {
      taskResourceLocalHandlers: handlers,
      retryIntervalOverrides: retryAtOnce ? noWait : {},
    }
    try {
      await machine.run(z.json().parse(input), { overrides }).result
      keep({ name, status: 'SUCCEEDED' })
    } catch (error) {
      log(`[${name}] ${String(error)}`)
      keep({ name, status: 'FAILED' })
    }
  }
  const keep = (execution: Execution) => {
    executions.set(execution.name, execution)
    kept.append(execution)
  }
  return {
    start: (name, input) => {
      if (executions.has(name)) return false
      executions.set(name, { name, status: 'RUNNING' })
      const work = run(name, input)
      running.add(work)
      void work.finally(() => running.delete(work))
      return true
    },
    describe: (name) => executions.get(name),
    idle: async () => {
      while (running.size > 0) await Promise.all(running)
    },
    executions: () => [...executions.values()],
  }
}

/** Fills in the functions' addresses, as the deployment's substitutions do. */
function withArns(definition: string): string {
  return definition.replaceAll(/\$\{(\w+)\}/g, 'arn:aws:lambda:us-east-1:000000000000:function:$1')
}

/** Which function each Task state runs: the state's name in kebab-case is the folder's. */
export function taskStates(definition: string): [state: string, name: FunctionName][] {
  const machine = z
    .object({ States: z.record(z.string(), z.looseObject({ Type: z.string() })) })
    .parse(JSON.parse(definition))
  return Object.entries(machine.States)
    .filter(([, state]) => state.Type === 'Task')
    .map(([state]) => {
      const name = state.replaceAll(/(?<=.)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()
      if (!isFunctionName(name)) throw new Error(`State ${state} has no function ${name}.`)
      return [state, name]
    })
}

function task(invoke: Invoke, name: FunctionName) {
  return async (input: unknown) => {
    const output = JSON.stringify((await invoke(name, JSON.parse(JSON.stringify(input)))) ?? null)
    if (Buffer.byteLength(output) > PAYLOAD_BYTES)
      throw new FunctionFailed('States.DataLimitExceeded', `${name} answered more than 256 KB.`)
    return z.json().parse(JSON.parse(output))
  }
}
