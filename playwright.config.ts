import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  // One desktop at a time: windows of two would take the focus from each other, and the machine has two cores.
  workers: 1,
  fullyParallel: false,
  // A test that passes only when tried again hides something.
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  outputDir: 'out/test/e2e',
  globalSetup: './scripts/test/playwright-setup.ts',
});
