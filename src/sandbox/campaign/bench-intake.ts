import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { z } from 'zod'
import { documentClient } from '#src/adapters/dynamo/table.ts'
import { startCloud, type Cloud } from '#src/sandbox/cloud/cloud.ts'
import { freePorts } from '#src/sandbox/cloud/free-ports.ts'
import { inProcess } from '#src/sandbox/cloud/in-process.ts'
import { settle } from '#src/sandbox/play/player.ts'
import type { Scenario } from '#src/sandbox/scenario/scenario.ts'
import type { Bench } from './bench.ts'
import { CROWD_AT, CROWD_START, crowdedScenario } from './crowd.ts'
import { detectAndNormalise } from './detect-and-normalise.ts'

const PROJECTS = [10, 100, 1000]
const MOST_WRITES_PER_SIGNAL = 3
const RAW = 'the same HTTP and table calls, one after the other'

/** What intake costs: a flood through detect-changes and normalise, and a poll that finds nothing as projects grow. */
export async function benchIntake(size = { issues: 2000, mails: 1000 }): Promise<Bench[]> {
  const place = { ports: await freePorts(), folder: mkdtempSync(join(tmpdir(), 'pm-bench-')) }
  const flood = await measured(crowdedScenario({ projects: 10, ...size }), place)
  const perSecond = (ms: number) => (flood.signals / ms) * 1000
  const lines = [
    line('flood through detect and normalise', 'signals/s', perSecond(flood.ours), perSecond(flood.peer)),
    {
      ...line(
        'table writes for a signal: recorded with its raw text, normalised',
        'items',
        flood.signalWrites / flood.signals,
      ),
      target: MOST_WRITES_PER_SIGNAL,
      ok: flood.signalWrites / flood.signals <= MOST_WRITES_PER_SIGNAL,
    },
    line(
      'thread, matter, person, page and checkpoint rows for a signal',
      'items',
      flood.otherWrites / flood.signals,
    ),
  ]
  for (const projects of PROJECTS) {
    const quiet = await measured(crowdedScenario({ projects, issues: 0, mails: 1 }), place)
    lines.push(line(`a poll with nothing new, ${projects} projects`, 'ms', quiet.ours, quiet.peer))
  }
  rmSync(place.folder, { recursive: true, force: true })
  return lines
}

/** One for all: what the functions have wired once goes on to find the cloud and its secrets there. */
type Place = { ports: Awaited<ReturnType<typeof freePorts>>; folder: string }

function line(metric: string, unit: string, ours: number, peer: number | null = null): Bench {
  const ratio = peer === null ? null : ours / peer
  const peerName = peer === null ? null : RAW
  return { name: 'intake', metric, unit, ours, peer, peerName, ratio, target: null, ok: true }
}

/** One call that left this process, to be made again without us. */
type Sent = () => Promise<unknown>

/**
 * The second check of a scenario, in ms, and the calls that it made, made again on a fresh copy of the same cloud. The first
 * check connects the projects, goes through the whole workflow, so that it leaves nothing open, and is not measured.
 */
async function measured(scenario: Scenario, place: Place) {
  const first = await opened(scenario, place)
  const recorder = record()
  const began = performance.now()
  const { readings } = await detectAndNormalise(first, scenario, CROWD_AT)
  const ours = performance.now() - began
  const { sent, rows } = recorder.stop()
  await first.stop()
  const second = await opened(scenario, place)
  const again = performance.now()
  for (const call of sent) await call()
  const peer = performance.now() - again
  await second.stop()
  const signals = readings.reduce((sum, { changed }) => sum + changed, 0)
  const signalWrites = rows.filter((type) => type === 'signal').length
  return { signals, ours, peer, signalWrites, otherWrites: rows.length - signalWrites }
}

async function opened(scenario: Scenario, place: Place): Promise<Cloud> {
  const invoke = inProcess()
  const cloud = await startCloud({
    ...{ scenario, ...place, startAt: CROWD_START, model: 'none', forgetful: true },
    ...{ functions: () => ({ invoke, close: async () => undefined }), log: () => undefined },
  })
  cloud.clock.standAt(CROWD_START)
  await cloud.invoke('tick', { scheduledAt: CROWD_START.toISOString() })
  await settle(cloud)
  return cloud
}

const wire = z.object({
  request: z.object({
    ...{ method: z.string(), protocol: z.string(), hostname: z.string(), port: z.number(), path: z.string() },
    headers: z.record(z.string(), z.string()),
    // Bytes, as they leave; the SDK's own kind warns of everything but a decoder that asks it for its text.
    body: z.union([
      z.string(),
      z.instanceof(Uint8Array).transform((bytes) => new TextDecoder().decode(bytes)),
    ]),
  }),
})
const written = z.object({
  TransactItems: z.array(
    z.object({ Put: z.object({ Item: z.object({ type: z.object({ S: z.string() }) }) }).optional() }),
  ),
})

/** Keeps every call to a vendor and to the table from now on, as it went over the wire, until it is stopped. */
function record() {
  const sent: Sent[] = []
  const rows: string[] = []
  const { fetch: real } = globalThis
  globalThis.fetch = async (input, init) => {
    // Its deadline is over by then.
    sent.push(async () => (await real(input, { ...init, signal: null })).text())
    return await real(input, init)
  }
  const client = documentClient()
  client.middlewareStack.add(
    (next) => async (args) => {
      const { method, protocol, hostname, port, path, headers, body } = wire.parse(args).request
      const url = `${protocol}//${hostname}:${port}${path}`
      sent.push(async () => (await real(url, { method, headers: plain(headers), body })).text())
      for (const { Put } of written.safeParse(JSON.parse(body)).data?.TransactItems ?? [])
        if (Put) rows.push(Put.Item.type.S)
      return await next(args)
    },
    { step: 'finalizeRequest', priority: 'low', name: 'recordBench', override: true },
  )
  return {
    stop: () => {
      globalThis.fetch = real
      client.middlewareStack.remove('recordBench')
      return { sent, rows }
    },
  }
}

/** Without what `fetch` sets itself. */
function plain(headers: Record<string, string>): Record<string, string> {
  const own = new Set(['host', 'content-length', 'connection'])
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !own.has(name.toLowerCase())))
}
