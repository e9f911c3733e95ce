import { defineConfig } from 'vitest/config'

/** `unit` needs nothing but Node; `integration` starts the sandbox's services on free ports. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Most of the time went into importing the same modules for each file; pure tests leave nothing behind in them.
          isolate: false,
          include: ['src/**/*.test.ts', 'app/**/*.test.ts', 'tests/house/**/*.test.ts'],
          setupFiles: ['tests/setup.ts'],
          // No test is about time: what reads the whole house takes seconds on a busy machine.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'integration',
          globalSetup: ['tests/build-first.ts'],
          include: ['tests/integration/**/*.test.ts', 'tests/faults/**/*.test.ts'],
          setupFiles: ['tests/setup.ts'],
          maxWorkers: 3,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
