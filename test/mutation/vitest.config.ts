import { defineConfig } from 'vitest/config';

/** The tests of the mathematics, each mutant of which they have to notice. */
export default defineConfig({
  test: {
    include: ['test/{engine,expression,model,network,settings,quantities}/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
