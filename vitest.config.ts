import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { optimizeLater } from './src/cli/optimize-later.ts';
import { native, nativeSources } from './test/support/native-sources.ts';

// Of what tests call, most is called too seldom as well.
optimizeLater();

/** A run that neither measures what of src was called, nor looks for changes of it. */
const isPlain = process.argv.includes('run') && !process.argv.some((word) => word.startsWith('--coverage'));

export default defineConfig({
  plugins: isPlain ? [nativeSources()] : [],
  test: {
    server: { deps: { external: [native] } },
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/one-office.ts', 'test/helpers/one-host.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // No test leaves anything behind in a module, so the modules are loaded once for each core.
    isolate: false,
    pool: 'threads',
    maxWorkers: availableParallelism(),
    // What only runs in a process or a thread of its own, the built program, or in a browser, is not seen by this measure.
    coverage: {
      include: ['src/**'],
      exclude: ['src/cli/**', 'src/node/worker.ts', 'src/node/threads.ts', 'src/page/**'],
      reporter: ['text-summary', 'json-summary'],
      reportsDirectory: 'coverage',
      // Branches count every default behind a look into a list, which the compiler asks for and which cannot happen.
      thresholds: { lines: 95, branches: 80 },
    },
  },
});
