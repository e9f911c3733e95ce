/** The parts of Architect that the template is made with; it publishes no types. */
declare module '@architect/inventory' {
  export type Inventory = { inv: { aws: { region: string }; lambdaSrcDirs: string[] | null } }
  export default function inventory(asked: { cwd: string; deployStage: string }): Promise<Inventory>
}

declare module '@architect/deploy/src/sam/index.js' {
  import type { Inventory } from '@architect/inventory'
  export default function deploy(
    asked: {
      aws: { cloudformation: { DescribeStackResources(asked: { StackName: string }): Promise<never> } }
      inventory: Inventory
      isDryRun: true
      production: boolean
      quiet: true
      region: string
      shouldHydrate: false
      tags: string[]
      verbose: false
    },
    done: (error?: Error | null) => void,
  ): void
}
