import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    setupFiles: ['test/unit/property-seed.ts'],
    include: ['test/{unit,server,cli}/**/*.test.ts'],
    // A unit is pure and quick; what takes longer hangs. The CLI's tests start processes.
    testTimeout: 20_000,
    tags: [{ name: 'slow', description: 'Real files, long texts or many generated ones: not in the fast loop.' }],
    coverage: {
      provider: 'v8',
      include: ['server/src/core/**/*.ts'],
      reporter: ['text-summary'],
      reportsDirectory: 'dist/coverage',
    },
  },
});
