import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    setupFiles: ['test/unit/property-seed.ts'],
    include: ['test/{unit,server,cli,abuse}/**/*.test.ts'],
    // Vitest would leave one processor free, which is half of the machine in CI.
    maxWorkers: '100%',
    // A unit is pure and quick; what takes longer hangs. The CLI's tests start processes.
    testTimeout: 20_000,
    tags: [
      {
        name: 'slow',
        description: 'Real files, long texts or many generated ones: not in the fast loop.',
        timeout: 120_000,
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['server/src/core/**/*.ts'],
      reporter: ['text-summary'],
      reportsDirectory: 'dist/coverage',
      reportOnFailure: true,
      // Reached by the quick unit tests. The aim is 95 for branches.
      thresholds: { lines: 99, branches: 91, statements: 97, functions: 98 },
    },
  },
});
