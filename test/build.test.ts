import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryFile } from './markdown.ts';
import { withTemporaryDirectory } from './support/processes.ts';

/** A build of one step: it makes two files of all that is in `src`, and fails after the first one where there is a file `src/fault`. */
const SCRIPT = `
  import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
  import { isUpToDate, run } from './build/stamp.js';
  const step = {
    name: 'step', inputs: ['src'], outputs: ['dist'], except: ['dist/other'],
    make() {
      writeFileSync('ran', '');
      rmSync('dist/a', { force: true });
      mkdirSync('dist', { recursive: true });
      writeFileSync('dist/a', readdirSync('src').join());
      if (existsSync('src/fault')) throw new Error('fault');
      writeFileSync('dist/b', '');
    },
  };
  Object.defineProperty(process, 'version', { value: process.argv[2] ?? process.version });
  if (!isUpToDate(step)) await run(step);
`;

test('a step of the build runs when something that it read or made is not as it was, and only then', async () => {
  await withTemporaryDirectory(async (folder) => {
    const at = (path: string): string => join(folder, path);
    const write = (path: string, text: string): void => writeFileSync(at(path), text);
    mkdirSync(at('src/deep'), { recursive: true });
    cpSync(repositoryFile('build/stamp.js'), at('build/stamp.js'));
    write('package.json', '{ "type": "module" }');
    write('build.js', SCRIPT);
    write('src/one', '1');
    write('src/deep/two', '2');
    /** Does something to the folder and builds: whether the step ran. */
    const ran = (change: () => void, ...words: readonly string[]): boolean => {
      change();
      rmSync(at('ran'), { force: true });
      spawnSync(process.execPath, ['build.js', ...words], { cwd: folder, stdio: 'ignore' });
      return existsSync(at('ran'));
    };
    const nothing = (): void => undefined;
    /** Whether the step runs after a change, once. */
    const runsOnce = (change: () => void): void => expect([ran(change), ran(nothing)]).toEqual([true, false]);

    runsOnce(nothing);
    runsOnce(() => write('src/deep/two', '3'));
    runsOnce(() => write('src/three', ''));
    runsOnce(() => rmSync(at('src/three')));
    runsOnce(() => write('package-lock.json', '{}'));
    runsOnce(() => rmSync(at('dist/b')));
    runsOnce(() => write('dist/a', ''));
    runsOnce(() => rmSync(at('dist'), { recursive: true }));
    expect(ran(() => write('src/deep/two', readFileSync(at('src/deep/two'), 'utf8')))).toBe(false);
    mkdirSync(at('dist/other'));
    expect(ran(() => write('dist/other/c', 'of another step'))).toBe(false);

    expect([ran(nothing, 'v99.0.0'), ran(nothing, 'v99.0.0')]).toEqual([true, false]);
    // Stopped halfway, it runs until it has come to its end.
    expect([ran(() => write('src/fault', '')), ran(nothing)]).toEqual([true, true]);
    runsOnce(() => rmSync(at('src/fault')));
  });
});
