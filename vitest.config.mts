import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    setupFiles: ['test/unit/property-seed.ts'],
    include: ['test/{unit,server,cli,abuse}/**/*.test.ts'],
    // A unit is pure and quick; what takes longer hangs. The CLI's tests start processes.
    testTimeout: 20_000,
  },
});
