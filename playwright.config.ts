import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/end-to-end',
  timeout: 150_000,
  expect: { timeout: 20_000 },
  // A walk waits a third of its time, for the program or the browser: two would leave two cores idle now and then.
  workers: 3,
  // Each test has a program of its own: two of one file may run beside each other.
  fullyParallel: true,
  reporter: 'list',
})
