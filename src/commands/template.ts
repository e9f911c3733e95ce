import { existsSync } from 'node:fs'
import { mkdir, readFile, rename } from 'node:fs/promises'
import { basename, join } from 'node:path'
import deploy from '@architect/deploy/src/sam/index.js'
import inventoryOf from '@architect/inventory'

const TEMPLATE = join('build', 'template.json')

/** There is nothing to deploy yet. */
export class NotBuilt extends Error {
  override name = 'NotBuilt'
}

/**
 * The CloudFormation that `arc deploy` would upload, made by Architect itself with every plugin, without AWS: a dry run
 * whose one question (which of this exists already?) is answered with "nothing". Written to build/template.json below
 * `root`. Throws {@link NotBuilt}.
 */
export async function writeTemplate(root: string, stage: 'staging' | 'production'): Promise<string> {
  const inventory = await inventoryOf({ cwd: root, deployStage: stage })
  const missing = (inventory.inv.lambdaSrcDirs ?? []).filter((folder) => !existsSync(folder))
  if (missing.length > 0)
    throw new NotBuilt(
      `build/functions lacks ${missing.map((each) => basename(each)).join(', ')}. First: npm run build`,
    )
  await new Promise<void>((done, fail) => {
    const options = { isDryRun: true, quiet: true, shouldHydrate: false, verbose: false } as const
    const { region } = inventory.inv.aws
    deploy({ ...options, aws, inventory, production: stage === 'production', region, tags: [] }, (error) => {
      if (error) fail(error)
      else done()
    })
  })
  await mkdir(join(root, 'build'), { recursive: true })
  await rename(join(root, 'sam.json'), join(root, TEMPLATE))
  return join(root, TEMPLATE)
}

const aws = {
  cloudformation: {
    DescribeStackResources: ({ StackName }: { StackName: string }) =>
      Promise.reject(new Error(`Stack with id ${StackName} does not exist`)),
  },
}

/** Exit codes of the contract: 0 ran, 2 bad input. */
async function main(): Promise<number> {
  try {
    const path = await writeTemplate(
      process.cwd(),
      process.argv.includes('--production') ? 'production' : 'staging',
    )
    const kilobytes = Math.round((await readFile(path)).byteLength / 1000)
    process.stdout.write(`${TEMPLATE}: ${kilobytes} kB\n`)
    return 0
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 2
  }
}

if (import.meta.main) process.exitCode = await main()
