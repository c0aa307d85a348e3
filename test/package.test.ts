import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { networkNames } from '../src/network/ready-made.ts';
import { every, isEverything } from './helpers/sample.ts';
import { document, fencedBlock, repositoryFile, tableRows } from './markdown.ts';
import { describeWithTool } from './support/describe-with-tool.ts';

/** A folder with nothing in it but the package, installed from the tarball that `npm pack` makes. */
const project = mkdtempSync(join(tmpdir(), 'workbook-package-'));
afterAll(() => rmSync(project, { recursive: true, force: true }));

interface Run {
  readonly output: string;
  readonly status: number | null;
}

function run(program: string, words: readonly string[], cwd = project): Run {
  const { stdout, stderr, status, error } = spawnSync(program, words, { cwd, encoding: 'utf8' });
  if (error !== undefined) throw error;
  return { output: stdout + stderr, status };
}

/** Runs something that has to succeed, and gives what it printed. */
function succeed(program: string, words: readonly string[], cwd = project): string {
  const { output, status } = run(program, words, cwd);
  if (status !== 0) throw new Error(`${program} ${words.join(' ')} ended with ${status}: ${output}`);
  return output;
}

/** Packs what is built, and gives the paths in the tarball. */
function pack(): readonly string[] {
  for (const built of ['dist/bin/backprop-workbook.js', 'dist/index.js', 'dist/index.d.ts']) {
    if (!existsSync(repositoryFile(built))) throw new Error(`There is no ${built}: npm run build`);
  }
  const words = ['pack', '--ignore-scripts', '--json', '--loglevel=error', '--pack-destination', project];
  const answer = succeed('npm', words, repositoryFile('.'));
  const [packed] = JSON.parse(answer) as [{ readonly files: readonly { readonly path: string }[] }];
  return packed.files.map(({ path }) => path);
}

const TARBALL = `./${packageJson.name}-${packageJson.version}.tgz`;

/** Unpacks the tarball where npm installs it, beside what it depends on, and its program where npm links it. */
function unpack(): true {
  const modules = join(project, 'node_modules');
  const own = join(modules, packageJson.name);
  for (const folder of [own, join(modules, '.bin')]) mkdirSync(folder, { recursive: true });
  succeed('tar', ['-xzf', TARBALL, '-C', own, '--strip-components=1']);
  const { dependencies, bin } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8')) as typeof packageJson;
  for (const name of Object.keys(dependencies)) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(repositoryFile(`node_modules/${name}`), join(modules, name));
  }
  for (const [name, path] of Object.entries(bin)) {
    chmodSync(join(own, path), 0o755);
    symlinkSync(join(own, path), join(modules, '.bin', name));
  }
  return true;
}

/** Has npm install the tarball. False where there is neither a network nor a cache that has its dependencies. */
function install(): boolean {
  const words = ['install', TARBALL, '--prefer-offline', '--no-audit', '--no-fund', '--fetch-retries=1'];
  const { output, status } = run('npm', words);
  if (status === 0) return true;
  if (/\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|ENOTCACHED)\b/.test(output)) return false;
  throw new Error(`npm ${words.join(' ')} ended with ${status}: ${output}`);
}

const schemaFile: unknown = JSON.parse(document('templates/network.schema.json'));
const files = pack();
writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
// npm takes seconds to install it: EVERY=1 asks it to.
const installed = isEverything ? install() : unpack();
const command = join(project, 'node_modules/.bin/backprop-workbook');

describe('the packed files', () => {
  test('are the program, the templates and the documents that docs/dependencies.md lists, and nothing else', () => {
    const tops = new Set(files.map((file) => `\`${file.replace(/\/.*/, '/')}\``));
    const listed = tableRows(document('docs/dependencies.md'), 'Path', 'What it is');
    expect([...tops].sort()).toEqual(listed.map(([path]) => path));
  });

  test('have no source and no test among them', () => {
    expect(files.filter((file) => /(?<!\.d)\.ts$|\.map$|\btest\b|\.built/.test(file))).toEqual([]);
  });
});

describeWithTool('The npm registry', () => installed)('the installed package', () => {
  test('has a program that writes the workbook into an empty folder', () => {
    const folder = mkdtempSync(join(project, 'empty-'));
    expect(succeed(command, [], folder)).toContain('output/backpropagation.xlsx');
    expect(readFileSync(join(folder, 'output/backpropagation.xlsx')).subarray(0, 2).toString()).toBe('PK');
  });

  test('runs by npx', () => {
    expect(succeed('npx', ['--no', '--', packageJson.name, '--version'])).toContain(packageJson.version);
  });

  test('tells its version and its networks', () => {
    expect(succeed(command, ['--version'])).toBe(`${packageJson.version}\n`);
    const listed = succeed(command, ['networks']).trimEnd().split('\n');
    expect(listed.map((line) => line.split(' ')[0])).toEqual(networkNames());
  });

  test('writes a network file whose schema is there, and makes its workbook', () => {
    succeed(command, ['init', 'mine/network.json']);
    const file = join(project, 'mine/network.json');
    const { $schema } = JSON.parse(readFileSync(file, 'utf8')) as { readonly $schema: string };
    const schema = readFileSync(resolve(dirname(file), $schema), 'utf8');
    expect(JSON.parse(schema)).toEqual(schemaFile);
    succeed(command, ['generate', file, '-n', '1', '-r', '1', '--output', 'mine/network.xlsx']);
    expect(existsSync(join(project, 'mine/network.xlsx'))).toBe(true);
  });

  test('gives its schema by name', () => {
    const path = createRequire(join(project, 'any.js')).resolve(`${packageJson.name}/network.schema.json`);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(schemaFile);
  });

  test('is the library that docs/library.md shows', () => {
    writeFileSync(join(project, 'example.js'), fencedBlock(document('docs/library.md'), 'ts'));
    expect(succeed(process.execPath, ['example.js'])).toMatch(/lastError[\s\S]*### Forward pass/);
    expect(existsSync(join(project, 'one-weight.xlsx'))).toBe(true);
  });

  test.each(
    every(2, [
      ['node16', 'node16'],
      ['esnext', 'bundler'],
    ] as const),
  )('has types for module %s, resolved as %s, that need no other package', (module, resolution) => {
    writeFileSync(join(project, 'example.ts'), fencedBlock(document('docs/library.md'), 'ts'));
    writeFileSync(
      join(project, 'wrong.ts'),
      `import { parseNetwork } from '${packageJson.name}';
       // @ts-expect-error: the types have to say that this is a number.
       export const iterations: string = parseNetwork({}).iterations;`,
    );
    const { output } = run(repositoryFile('node_modules/.bin/tsc'), [
      ...['--noEmit', '--strict', '--skipLibCheck', 'false', '--target', 'es2022', '--listFiles', '--preserveSymlinks'],
      ...['--module', module, '--moduleResolution', resolution],
      ...['--types', 'node', '--typeRoots', repositoryFile('node_modules/@types'), 'example.ts', 'wrong.ts'],
    ]);
    const lines = output.split('\n');
    expect(lines.filter((line) => line.includes('error TS'))).toEqual([]);
    expect(lines.filter((line) => line.endsWith('/example.ts') || line.endsWith('/wrong.ts'))).toHaveLength(2);
    const packages = [...output.matchAll(/workbook-package-\w+\/node_modules\/((?:@[^/]+\/)?[^/]+)/g)];
    expect(new Set(packages.map(([, name]) => name))).toEqual(new Set([packageJson.name]));
  });
});
