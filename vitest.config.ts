import { defineConfig } from 'vitest/config'

/** Tests that stand for a process of their own: hosts with a stand-in for Electron, faults that kill, commands. */
const alone = ['test/hosts/**/*.test.ts', 'test/fault/**/*.test.ts', 'test/cli/**/*.test.ts']
/** Milliseconds for one test; at its full size a fault test may take hours. */
const testTimeout = process.env['TANBU_LONG'] === undefined ? 60_000 : 4 * 60 * 60_000
const common = { pool: 'forks', testTimeout, hookTimeout: 60_000 } as const

export default defineConfig({
  test: {
    // Most of the long ones wait for processes and servers that they start and kill: on two cores one would stand idle.
    maxWorkers: 3,
    projects: [
      {
        // Modules are loaded once for all of these: nothing in them is kept but what reading the same file again gives.
        test: {
          ...common,
          name: 'plain',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...alone, 'test/e2e/**', 'test/bench/**', 'node_modules/**'],
        },
      },
      { test: { ...common, name: 'alone', include: alone } },
    ],
  },
})
