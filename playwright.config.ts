import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/end-to-end',
  timeout: 150_000,
  expect: { timeout: 20_000 },
  workers: 2,
  // Each test has a program of its own: two of one file may run beside each other.
  fullyParallel: true,
  reporter: 'list',
})
