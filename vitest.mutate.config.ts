import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The first test that fails ends a mutant, so the slow ones, which play thousands of histories, are asked last. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).reverse()
  }
}

/** What a mutation run asks: the unit tests of the rules, without those that read the sources as text. */
export default defineConfig({
  test: {
    include: ['src/{domain,executor}/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    isolate: false,
    sequence: { sequencer: QuickFirst },
    testTimeout: 30_000,
  },
})
