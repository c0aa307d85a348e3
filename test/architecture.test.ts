import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { cycleIn, exportedNames, type Import, importsOf, sourceFiles, withoutComments } from './helpers/imports.ts';

const files = sourceFiles(fileURLToPath(new URL('../src', import.meta.url)));
const imports = [...files].flatMap(([file, text]) => importsOf(file, text));

/** The folder of a file, or for a file at the top its own name: `model`, `cli.ts`. */
const unitOf = (file: string): string => file.split('/', 1)[0] ?? file;

/** What each part of the program may import of the others. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  data: ['csv'],
  network: ['data'],
  quantities: ['network'],
  settings: ['data', 'network', 'quantities'],
  training: [],
  expression: [],
  seal: [],
  unzip: ['seal'],
  sheet: ['training'],
  model: ['network', 'quantities', 'training', 'expression'],
  engine: ['network', 'quantities', 'training'],
  picture: ['quantities', 'sheet', 'training'],
  explain: ['network', 'quantities', 'training', 'expression', 'model'],
  script: ['network', 'quantities'],
  'hand-in': ['quantities', 'training', 'expression', 'explain', 'seal'],
  csv: [],
  classroom: ['csv', 'seal', 'network', 'quantities', 'model', 'engine', 'pipeline'],
  check: ['network', 'quantities', 'settings', 'training', 'expression', 'model', 'engine', 'seal', 'unzip'],
  marking: ['csv', 'classroom', 'check', 'network', 'quantities'],
  workbook: ['network', 'quantities', 'training', 'expression', 'model', 'sheet'],
  xlsx: ['network', 'training', 'seal', 'sheet'],
  pipeline: [
    ...['network', 'settings', 'quantities', 'training', 'model', 'engine', 'sheet', 'workbook', 'xlsx'],
    ...['explain', 'hand-in', 'picture', 'script'],
  ],
  'index.ts': ['classroom', 'data', 'network', 'settings', 'training', 'model', 'xlsx', 'check', 'pipeline'],
  node: [
    'check',
    'classroom',
    'data',
    'network',
    'settings',
    'training',
    'xlsx',
    'hand-in',
    'pipeline',
    'seal',
    'unzip',
  ],
  page: [
    'check',
    'data',
    'expression',
    'model',
    'network',
    'picture',
    'pipeline',
    'quantities',
    'settings',
    'training',
  ],
  // Not index.ts: with it every command would load what another one needs.
  cli: ['check', 'classroom', 'data', 'marking', 'pipeline', 'model', 'node', 'network', 'settings', 'training'],
};

const shown = ({ file, target }: Import): string => `${file} imports ${target}`;
const isNode = (file: string): boolean => ['cli', 'node'].includes(unitOf(file));

describe('the parts of the program', () => {
  test.each(Object.entries(allowed))('%s imports of ours only %j', (unit, others) => {
    const own = imports.filter(({ file, ours }) => ours && unitOf(file) === unit);
    const wrong = own.filter(({ target }) => ![unit, ...others].includes(unitOf(target)));
    expect(wrong.map(shown)).toEqual([]);
  });

  test('have a rule each', () => {
    expect(new Set([...files.keys()].map(unitOf))).toEqual(new Set(Object.keys(allowed)));
  });

  test('only the command that checks loads the checker', () => {
    const users = imports.filter(({ file, target }) => unitOf(file) === 'cli' && unitOf(target) === 'check');
    expect(new Set(users.map(({ file }) => file))).toEqual(new Set(['cli/check.ts', 'cli/check-class.ts']));
    // What the others load at once; the command that checks is asked for.
    const loaded = new Set(['cli/cli.ts']);
    for (const file of loaded)
      for (const { target, values } of imports.filter((each) => each.file === file && each.ours))
        if (values.length > 0 && target !== 'cli/check.ts') loaded.add(target);
    expect([...loaded].filter((file) => unitOf(file) === 'check')).toEqual([]);
  });

  test('nothing of the row press is imported but its interface, and it imports nothing of ours', () => {
    const inside = (path: string): boolean => path.startsWith('xlsx/row-press/');
    const crossing = imports.filter(({ file, target, ours }) => ours && inside(file) !== inside(target));
    expect(crossing.filter(({ target }) => target !== 'xlsx/row-press/index.ts').map(shown)).toEqual([]);
  });

  test('import only files that are there, and never in a circle', () => {
    expect(imports.filter(({ target, ours }) => ours && !files.has(target)).map(shown)).toEqual([]);
    expect(cycleIn(imports)).toBeUndefined();
  });

  test('export each name for one thing only', () => {
    const homes = new Map<string, string[]>();
    for (const [file, text] of files)
      for (const name of new Set(exportedNames(text))) homes.set(name, [...(homes.get(name) ?? []), file]);
    const shared = [...homes].filter(([, { length }]) => length > 1);
    expect(shared.map(([name, of]) => `${name}: ${of.join(', ')}`)).toEqual([]);
  });

  test.each([...files])('%s has at most 200 lines', (_, text) => {
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(200);
  });
});

describe('packages', () => {
  const packages = imports.filter(({ target, ours }) => !ours && !target.startsWith('node:'));
  /** What is built into the page. */
  const bundled: readonly string[] = ['@preact/signals', 'preact'];
  const nameOf = (target: string): string => target.split('/', target.startsWith('@') ? 2 : 1).join('/');

  test('are those of package.json, each of them used', () => {
    expect(new Set(packages.map(({ target }) => nameOf(target)))).toEqual(
      new Set([...Object.keys(packageJson.dependencies), ...bundled]),
    );
  });

  test('are part of the page alone where users need not install them', () => {
    const users = packages.filter(({ target }) => bundled.includes(nameOf(target))).map(({ file }) => unitOf(file));
    expect(new Set(users)).toEqual(new Set(['page']));
    expect(bundled.filter((name) => !(name in packageJson.devDependencies))).toEqual([]);
  });

  test.each([
    ['@noble/hashes', ['seal']],
    ['papaparse', ['csv']],
    ['yargs', ['cli']],
    ['fflate', ['unzip', 'xlsx']],
    ['zod', ['network']],
  ])('%s is only for %j', (name, units) => {
    const users = packages.filter(({ target }) => nameOf(target) === name).map(({ file }) => unitOf(file));
    expect(users.filter((unit) => !units.includes(unit))).toEqual([]);
  });
});

test('exceljs is known to one file', () => {
  const users = imports.filter(({ target }) => target.startsWith('exceljs')).map(({ file }) => file);
  expect(new Set(users)).toEqual(new Set(['xlsx/exceljs.ts']));
});

test('the bench imports what the build makes of these files', () => {
  const jobs = readdirSync(new URL('bench/', import.meta.url), { recursive: true, encoding: 'utf8' });
  const imported = jobs
    .filter((name) => name.endsWith('.js'))
    .flatMap((name) => [
      ...readFileSync(new URL(`bench/${name}`, import.meta.url), 'utf8').matchAll(/from '[./]+\/dist\/(.+)\.js'/g),
    ])
    .map(([, module]) => `${module}.ts`);
  expect(imported.length).toBeGreaterThan(5);
  expect(imported.filter((file) => !files.has(file))).toEqual([]);
});

const surroundings =
  /\b(?:process|console|performance|Buffer|require)\b\s*[.([]|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b/;

describe('only the command line and node/ know their surroundings:', () => {
  const core = [...files].filter(([file]) => !isNode(file));

  test("Node's own modules", () => {
    const wrong = imports.filter(({ file, target }) => target.startsWith('node:') && !isNode(file));
    expect(wrong.map(shown)).toEqual([]);
  });

  test('the process, the console, clocks and chance', () => {
    expect(core.filter(([, text]) => surroundings.test(withoutComments(text))).map(([file]) => file)).toEqual([]);
  });

  test.each([
    ['process.exit(1)', true],
    ['console.log(1)', true],
    ['const now = Date.now();', true],
    ['new Date()', true],
    ['Math.random()', true],
    ['performance.now()', true],
    ['new Date(Date.UTC(2000, 0, 1))', false],
    ['x; // not console.log(1)', false],
    ['/** new Date() */ processed.length', false],
  ])('%s: %s', (text, found) => {
    expect(surroundings.test(withoutComments(text))).toBe(found);
  });
});

describe('imports are read', () => {
  test.each([
    [`import { a } from '../b/c.ts';`, 'b/c.ts', ['a']],
    [`import type { A } from './c.ts';`, 'x/c.ts', []],
    [`import { type A, b, type C } from './c.ts';`, 'x/c.ts', ['b']],
    [`import D, { type A } from 'd';`, 'd', ['D']],
    [`import * as z from 'zod';`, 'zod', ['* as z']],
    [`import {\n  a,\n  type B,\n} from 'd/e';`, 'd/e', ['a']],
    [`export { a, type B } from './c.ts';`, 'x/c.ts', ['a']],
    [`export type { A } from './c.ts';`, 'x/c.ts', []],
    [`export * from './c.ts';`, 'x/c.ts', ['*']],
    [`import './c.ts';`, 'x/c.ts', ['*']],
    [`  const { a } = await import('node:fs');`, 'node:fs', ['*']],
  ])('%s', (text, target, values) => {
    expect(importsOf('x/y.ts', text)).toEqual([{ file: 'x/y.ts', target, ours: target.endsWith('.ts'), values }]);
  });

  test('and the names that a file exports', () => {
    const text = `export type { A } from './a.ts';\nexport interface B {}\nexport async function* c() {}\nexport const d = 1, e = 2;`;
    expect(exportedNames(text)).toEqual(['B', 'c', 'd']);
  });

  test('and a circle is found', () => {
    const circle = importsOf('a.ts', `import { b } from './b.ts';`).concat(importsOf('b.ts', `import './a.ts';`));
    expect(cycleIn(circle)).toBe('a.ts → b.ts → a.ts');
    expect(cycleIn(circle.slice(0, 1))).toBeUndefined();
  });
});
