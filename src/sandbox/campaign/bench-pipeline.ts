import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { Bench } from './bench.ts'

const run = promisify(execFile)
/** It uses the tests' table in memory, so it lives with them. */
const PROGRAM = 'tests/bench/pipeline.ts'

const lines = z.array(
  z.object({
    ...{ name: z.string(), metric: z.string(), unit: z.string(), ours: z.number(), ok: z.boolean() },
    ...{ peer: z.number().nullable(), peerName: z.string().nullable() },
    ...{ ratio: z.number().nullable(), target: z.number().nullable() },
  }),
)

/** What a thousand signals cost in time besides the model, beside LangGraph.js in the same run. */
export async function benchPipeline(): Promise<Bench[]> {
  const { stdout } = await run(process.execPath, [PROGRAM])
  return lines.parse(JSON.parse(stdout))
}
