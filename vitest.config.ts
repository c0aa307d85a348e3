import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // No test leaves anything behind in a module, so the modules are loaded once for each core.
    isolate: false,
    pool: 'threads',
    maxWorkers: availableParallelism(),
  },
});
