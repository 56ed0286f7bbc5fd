import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      '{src,plugins,server,simulator,options-command,scripts}/**/*.test.{ts,tsx}',
      'tests/{integration,contract,security,faults,bench,support,tour}/**/*.test.ts',
    ],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    maxWorkers: 2,
    passWithNoTests: false,
  },
});
