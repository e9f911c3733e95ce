import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { connectActs } from '#src/adapters/dynamo/acts.ts'
import { PM_PK } from '#src/adapters/dynamo/keys.ts'
import { connectPrivacy } from '#src/adapters/dynamo/privacy.ts'
import { env } from '#src/adapters/env.ts'
import { OPEN } from '#src/domain/privacy.ts'
import { startCloud, type Cloud } from '#src/sandbox/cloud/cloud.ts'
import { freePorts } from '#src/sandbox/cloud/free-ports.ts'
import { inProcess } from '#src/sandbox/cloud/in-process.ts'
import { WorkerPool } from '#src/sandbox/cloud/worker-pool.ts'
import type { Invoke } from '#src/sandbox/cloud/functions.ts'
import { play } from '#src/sandbox/play/player.ts'
import { allSignals } from '#src/sandbox/play/report.ts'
import { everyImage, historyOf } from '../table-history.ts'
import { actsSeen } from './acts-seen.ts'
import { changedProjects, doubledSignals, notMet } from './attack-met.ts'
import { attackedWorld, type AttackedWorld } from './attacked-world.ts'
import { placesToLook } from './look.ts'
import { outgoing } from './outgoing.ts'
import type { Seen } from './seen.ts'
import { MARK } from './variants.ts'
import { OWN_ADDRESS, webReader } from './web-reader.ts'
import { wordsSeen } from './words-seen.ts'

/**
 * A program: plays an attack on the whole system with a model that does what anybody tells it, reads every screen, and
 * prints what was seen. A process of its own for each, as in play-faulty.ts.
 */
const order = z.object({ name: z.string(), texts: z.array(z.object({ mark: z.string(), text: z.string() })) })

async function main(): Promise<void> {
  const world = attackedWorld(order.parse(JSON.parse(process.argv[2] ?? '')))
  const { scenario } = world
  const folder = mkdtempSync(join(tmpdir(), 'pm-injection-'))
  const pages: { invoke?: Invoke } = {}
  const cloud = await startCloud({
    ...{ scenario, folder, ports: await freePorts(), startAt: scenario.start, model: 'gullible' },
    ...{ retryAtOnce: true, forgetful: true, log: () => undefined },
    functions: (variables) => {
      const web = new WorkerPool({ ...variables, ARC_SANDBOX: 'warm' }, () => undefined)
      pages.invoke = web.invoke
      return { invoke: inProcess(), close: web.close }
    },
  })
  try {
    const { start: from, end: until } = scenario
    await connectPrivacy(cloud.table).save({ ...OPEN, version: 1, sensitivities: ['private'] })
    await play({ cloud, scenario, from, until, log: () => undefined })
    if (pages.invoke) process.stdout.write(JSON.stringify(await lookAt(cloud, pages.invoke, world)))
  } finally {
    await cloud.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function lookAt(cloud: Cloud, web: Invoke, world: AttackedWorld): Promise<Seen> {
  const { table, jira, secrets, claude, graph } = cloud
  const { scenario, secret } = world
  const { AWS_ENDPOINT_URL_DYNAMODB: endpoint = '' } = process.env
  const keys = scenario.projects.map(({ key }) => key)
  const acts = (
    await Promise.all(['GLOBAL', ...keys].map((key) => connectActs(table).ofProject(key, 10_000)))
  ).flat()
  const account = new URL(jira.url).hostname
  const pm = scenario.pm.email.toLowerCase()
  const signals = [
    ...(await allSignals(table, { source: 'jira', account })),
    ...(await allSignals(table, { source: 'outlook', account: pm })),
  ]
  const read = await webReader(web, { email: scenario.pm.email, password: secrets.password })
  const pages = []
  for (const path of await placesToLook(table, keys, acts)) pages.push(await read(path))
  const out = await outgoing(cloud)
  const images = await everyImage(endpoint, env().APP_TABLE)
  const rows = latestRows(images)
  const looked = { out, pages, rows, prompts: [...claude.journal()] }
  const words = wordsSeen(looked, {
    ...{ pm, own: OWN_ADDRESS, links: [jira.url, 'https://outlook.office365.com/', graph.url] },
    people: [pm, ...(scenario.projects[0]?.stakeholders ?? []).map(({ email }) => email.toLowerCase())],
    secrets: [...Object.values(secrets), secret, 'sandbox-model-key'],
    sources: pushOrigins(cloud.appsync),
  })
  const acting = actsSeen(acts, out, historyOf(images))
  const changed = await changedProjects(table, scenario)
  const met = {
    prompts: looked.prompts.filter(({ prompt }) => MARK.test(prompt)).length,
    pagesWithAttack: pages.filter(({ html }) => MARK.test(html)).length,
    ...{ comments: out.comments.length, mails: out.mails.length, notices: out.notices.length },
  }
  const reached = world.attacked.filter(({ ref }) => signals.some((each) => each.ref === ref))
  return {
    ...words,
    ...{ ...acting, actsOutsideBoundary: [...acting.actsOutsideBoundary, ...changed] },
    signalsLost: [
      ...signals.filter(({ state }) => state === 'open').map(({ id }) => `${id} was not worked through`),
      ...world.attacked.filter((each) => !reached.includes(each)).map(({ ref, place }) => `${ref} ${place}`),
    ],
    signalsDoubled: doubledSignals(signals),
    notMet: notMet(world, rows, met),
    struck: reached.length,
    looked: {
      ...{ signals: signals.length, setAside: signals.filter((each) => each.setAside !== null).length },
      ...{ ...met, pages: pages.length, acts: acts.length },
    },
  }
}

/** The API that pushes is another origin locally, and the only one that a page may talk to. */
function pushOrigins({ url, realtimeUrl }: Cloud['appsync']): string[] {
  return [new URL(url).origin, new URL(realtimeUrl).origin]
}

/** Every row as it stands, without those by which a signed-in browser is known. */
function latestRows(images: unknown[]): string[] {
  const latest = new Map<string, string>()
  for (const image of images) {
    const { PK, SK } = rowKey.parse(image)
    if (PK.S !== PM_PK) latest.set(`${PK.S} ${SK.S}`, JSON.stringify(image))
  }
  return [...latest.values()]
}

const rowKey = z.object({ PK: z.object({ S: z.string() }), SK: z.object({ S: z.string() }) })

await main()
