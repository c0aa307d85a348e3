import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { missingToolWarning, toolPolicy } from './describe-with-tool.ts';
import { findProgram, pythonWith, runPython, withTemporaryDirectory } from './processes.ts';

describe('tests that need a tool', () => {
  test('run where it is there, are skipped where it is not, and fail with CI=true', () => {
    expect(toolPolicy(true, {})).toBe('run');
    expect(toolPolicy(true, { CI: 'true' })).toBe('run');
    expect(toolPolicy(false, {})).toBe('skip');
    expect(toolPolicy(false, { CI: 'false' })).toBe('skip');
    expect(toolPolicy(false, { CI: 'true' })).toBe('fail');
    expect(missingToolWarning('A tool', 'some tests')).toContain('SKIPPED: some tests');
  });

  // A run of its own, as nothing less shows what becomes of the whole.
  test.each([
    ['skip', '', 0],
    ['fail', 'true', 1],
  ])('%s in a run with CI=%j', async (_, CI, status) => {
    await withTemporaryDirectory(async (directory) => {
      const helper = fileURLToPath(new URL('describe-with-tool.ts', import.meta.url));
      const vitest = fileURLToPath(import.meta.resolve('vitest'));
      await writeFile(
        join(directory, 'sample.test.ts'),
        `import { expect, test } from ${JSON.stringify(vitest)};
         import { describeWithTool } from ${JSON.stringify(helper)};
         describeWithTool('Some tool', () => false)('sample', () => { test('passes', () => expect(1).toBe(1)); });
         test('another', () => expect(1).toBe(1));`,
      );
      const cli = join(vitest, '../../vitest.mjs');
      const run = spawnSync(process.execPath, [cli, 'run', '--root', directory], {
        env: { ...process.env, CI, NO_COLOR: '1' },
        encoding: 'utf8',
      });
      const output = run.stdout + run.stderr;
      expect(run.status, output).toBe(status);
      expect(output).toContain(status === 0 ? '!!! Some tool is not there' : 'with CI=true its tests must run');
      expect(output).toContain(status === 0 ? '1 passed | 1 skipped' : '1 failed | 1 passed');
    });
  });
});

describe('processes', () => {
  test('programs and modules that are not there are not found', () => {
    expect(findProgram('no-such-program', '/no/such/program')).toBeUndefined();
    expect(findProgram('no-such-program', process.execPath)).toBe(process.execPath);
    expect(pythonWith('no_such_module')).toBeUndefined();
  });

  test('a temporary directory is removed, also after a failure', async () => {
    const left = await withTemporaryDirectory(async (directory) => {
      expect(existsSync(directory)).toBe(true);
      return directory;
    });
    expect(existsSync(left)).toBe(false);
    await expect(withTemporaryDirectory(() => Promise.reject(new Error('work failed')))).rejects.toThrow('work failed');
  });

  test.skipIf(pythonWith('os') === undefined)('a script that fails or never ends is an error', async () => {
    await withTemporaryDirectory(async (directory) => {
      const script = join(directory, 'script.py');
      const python = pythonWith('os') ?? '';
      await writeFile(script, 'import sys; print(sys.argv[1]); sys.exit(sys.argv[2] if len(sys.argv) > 2 else 0)');
      await expect(runPython(python, script, ['hello'], 20_000)).resolves.toBe('hello\n');
      await expect(runPython(python, script, ['hello', 'gone wrong'], 20_000)).rejects.toThrow('gone wrong');
      await writeFile(script, 'import sys; sys.stdin.read()');
      await expect(runPython(python, script, [], 300)).rejects.toThrow('stopped after 300 ms');
    });
  });
});
