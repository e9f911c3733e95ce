import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { argv, env, stdout } from 'node:process'
import { pathToFileURL } from 'node:url'

/** A program: so many signals through nine nodes of LangGraph.js, which is installed in the folder that is named. */
const { folder, signals, warmUp, askedEvery, endpoint, table } = JSON.parse(argv[2] ?? '{}')
const found = createRequire(join(folder, 'package.json')).resolve('@langchain/langgraph')
const { Annotation, Command, END, interrupt, MemorySaver, START, StateGraph } = await import(
  pathToFileURL(found).href
)
env.LANGCHAIN_TRACING_V2 = 'false'

const NODES = [
  ...['heartbeat', 'detect_changes', 'normalise', 'sanitise', 'classify', 'reason', 'execute'],
  ...['update_artefacts', 'housekeeping'],
]
const State = Annotation.Root({
  signal: Annotation(),
  verdict: Annotation(),
  decision: Annotation(),
  steps: Annotation({ reducer: (all, more) => all.concat(more), default: () => [] }),
})

/** Each node notes that it was there; a model's answer is there at once, and one signal in five waits for a person. */
function nodeOf(name) {
  return (state) => {
    if (name === 'classify')
      return { steps: [name], verdict: { importance: 'medium', complexity: 'routine' } }
    if (name === 'execute' && state.signal.n % askedEvery === 0)
      return { steps: [name], decision: interrupt({ asks: state.signal.text }) }
    return { steps: [name] }
  }
}

/** The in-memory checkpointer, which besides writes every checkpoint down, as a durable one would. */
class JournallingSaver extends MemorySaver {
  #client = new DynamoDBClient({ endpoint })
  async put(config, checkpoint, metadata, versions) {
    const next = await super.put(config, checkpoint, metadata, versions)
    const key = { PK: { S: `THREAD#${config.configurable.thread_id}` }, SK: { S: checkpoint.id } }
    const Item = { ...key, type: { S: 'checkpoint' }, body: { S: JSON.stringify(checkpoint) } }
    await this.#client.send(new PutItemCommand({ TableName: table, Item }))
    return next
  }
}

const graph = new StateGraph(State)
for (const name of NODES) graph.addNode(name, nodeOf(name))
graph.addEdge(START, NODES[0])
NODES.forEach((name, n) => graph.addEdge(name, NODES[n + 1] ?? END))
const app = graph.compile({ checkpointer: endpoint ? new JournallingSaver() : new MemorySaver() })

/** From the first of them on; how many of them a person was asked about. */
async function run(first, count) {
  let asked = 0
  for (let n = first; n < first + count; n++) {
    const config = { configurable: { thread_id: String(n) } }
    const signal = {
      n,
      ref: `PA-${n}`,
      text: `The supplier of part ${n + 1} asks whether next week would do.`,
    }
    const begun = await app.invoke({ signal }, config)
    if (begun.steps.length < NODES.length) {
      asked += 1
      const rest = await app.invoke(new Command({ resume: 'A' }), config)
      if (rest.steps.length !== NODES.length) throw new Error(`Signal ${n} did not come to its end.`)
    }
  }
  return asked
}

await run(0, warmUp)
const began = performance.now()
const asked = await run(warmUp, signals)
stdout.write(JSON.stringify({ ms: performance.now() - began, asked }))
