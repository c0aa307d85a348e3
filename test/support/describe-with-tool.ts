import { beforeEach, describe } from 'vitest';

/** What becomes of tests that need a tool: they run, they are skipped, or they fail. */
export type ToolPolicy = 'run' | 'skip' | 'fail';

/** Where a tool is missing, tests are skipped on a developer's machine and fail where `CI` is `true`. */
export function toolPolicy(available: boolean, { CI }: NodeJS.ProcessEnv): ToolPolicy {
  if (available) return 'run';
  return CI === 'true' ? 'fail' : 'skip';
}

/** The loud line that says tests were not run. */
export function missingToolWarning(tool: string, tests: string): string {
  return `\n!!! ${tool} is not there, so these tests were SKIPPED: ${tests}\n`;
}

/**
 * A `describe` for tests that need a tool outside this repository.
 * @param tool what to call it in the warning and in failures
 * @param available whether it can be used here
 */
export function describeWithTool(tool: string, available: () => boolean): (name: string, tests: () => void) => void {
  return (name, tests) => {
    switch (toolPolicy(available(), process.env)) {
      case 'run':
        describe(name, tests);
        break;
      case 'skip':
        process.stderr.write(missingToolWarning(tool, name));
        describe.skip(name, tests);
        break;
      case 'fail':
        describe(name, () => {
          beforeEach(() => {
            throw new Error(`${tool} is not there, and with CI=true its tests must run`);
          });
          tests();
        });
    }
  };
}
