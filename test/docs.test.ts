import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { columnGroups } from '../src/model/quantities.ts';
import { networkJsonSchema } from '../src/network/json-schema.ts';
import { ROWS_ABOVE_TABLE } from '../src/network/limits.ts';
import { parseNetwork } from '../src/network/parse.ts';
import { networkNames, networkTemplate } from '../src/network/ready-made.ts';
import { generate } from '../src/pipeline/generate.ts';
import { initialValues, topologyOf } from '../src/quantities/topology.ts';
import { tableLayout } from '../src/workbook/layout.ts';
import { learnerWorkbook } from './check/workbooks/learner-workbook.ts';
import { neatPlan } from './check/workbooks/neat.ts';
import { xlsx } from './check/workbooks/xlsx.ts';
import { runProgram } from './helpers/command.ts';
import { importsOf, sourceFiles, withoutComments } from './helpers/imports.ts';
import { codeSpans, document, fencedBlock, fencedBlocks, repositoryFile, section, tableRows } from './markdown.ts';
import { formulaTokens } from './support/formula-tokens.ts';
import { withTemporaryDirectory } from './support/processes.ts';
import { readWorkbook } from './support/read-workbook.ts';

const readme = document('README.md');
const networkFiles = document('docs/network-files.md');
const contributing = document('CONTRIBUTING.md');
const sources = sourceFiles(repositoryFile('src'));

/** Runs the built program, which `npm test` builds. */
async function run(
  words: readonly string[],
  folder = '.',
): Promise<{ readonly output: string; readonly status: number | null }> {
  const { stdout, stderr, status } = await runProgram(folder, words);
  return { output: stdout + stderr, status };
}

const collected = async (pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
};

/** The headings of a document as links name them. */
const headingsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

describe.each([
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs/checking.md',
  'docs/workbook.md',
  'docs/page.md',
  'docs/proof.md',
  'docs/dependencies.md',
  'docs/exercises.md',
  'docs/hand-in.md',
  'docs/library.md',
  'docs/network-files.md',
  'docs/options.md',
  'docs/steps.md',
  'docs/teaching.md',
  'output/hand-in/README.md',
])('%s', (name) => {
  const text = document(name);

  test('links to files that are there', () => {
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
    const missing = targets.filter((target) => {
      if (target.startsWith('https://')) return false;
      const [path = '', heading] = target.split('#');
      const file = path === '' ? name : join(dirname(name), path);
      if (!existsSync(repositoryFile(file))) return true;
      return heading !== undefined && !headingsOf(document(file)).includes(heading);
    });
    expect(missing).toEqual([]);
  });

  test('names npm scripts that are there', () => {
    const scripts = [...text.matchAll(/\bnpm (?:run )?(start|test|(?<=run )[\w:-]+)/g)].map(
      ([, script = '']) => script,
    );
    expect(scripts.filter((script) => !(script in packageJson.scripts))).toEqual([]);
  });
});

describe('docs/options.md', () => {
  test('gives the help as the program prints it', async () => {
    const commands = [[], ['explain'], ['hand-in'], ['exercise'], ['check'], ['init'], ['page']];
    const helps = await Promise.all(commands.map((command) => run([...command, '--help'])));
    expect(fencedBlocks(document('docs/options.md'), 'text')).toEqual(helps.map(({ output }) => output));
  });
});

describe('README.md', () => {
  test('is short enough to be read', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(300);
  });

  test.each(['README.md', 'docs/checking.md'])('as in %s: every verdict has its exit code', (name) => {
    const rows = tableRows(document(name), 'Verdict', 'Exit code', 'What it means');
    expect(rows.map(([verdict, code]) => [verdict, code])).toEqual([
      ['all right', '0'],
      ['mistakes', '1'],
      ['partly judged', '2'],
      ['not judged', '2'],
      ['made by this program', '0'],
    ]);
  });

  test('gives a report as check prints it', async () => {
    const plan = neatPlan({ iterations: 100, writing: {} });
    const book = learnerWorkbook(plan, ({ quantity: { name } }, right) =>
      ['∂E/∂w3', '∂E/∂w4'].includes(name) ? { template: (right ?? '').replaceAll('{a_h2}', '{a_h1}') } : undefined,
    );
    await withTemporaryDirectory(async (directory) => {
      writeFileSync(join(directory, 'mine.xlsx'), xlsx(book, plan.writing));
      const { output, status } = await run(['check', 'mine.xlsx'], directory);
      expect(status).toBe(1);
      expect(fencedBlocks(readme, 'console')).toEqual([`$ backprop-workbook check mine.xlsx\n${output}`]);
    });
  });

  test('gives commands that work', async () => {
    const commands = [readme, document('docs/network-files.md')].flatMap(codeSpans);
    const sequence = commands.flatMap((code) => /^npm start -- (.*)$/.exec(code)?.[1] ?? []);
    expect(sequence.length).toBeGreaterThan(6);
    await withTemporaryDirectory(async (directory) => {
      for (const words of new Set(sequence)) {
        const { output, status } = await run(words.split(' '), directory);
        expect(status, output).toBe(0);
      }
      expect(existsSync(join(directory, 'mine.xlsx'))).toBe(true);
    });
  });

  test.each([
    ['the program', ['--help'], 5],
    ['explain', ['explain', '--help'], 3],
  ])('gives examples in the help of %s that work', async (_, help, count) => {
    const [, examples = ''] = (await run(help)).output.split('Examples:\n');
    // The examples stand in a column of their own and go on where a line ends.
    const column = examples.split('\n').map((line) => line.slice(0, 43).trimEnd());
    const commands = column
      .join(' ')
      .split('backprop-workbook')
      .map((words) => words.trim().split(/\s+/).filter(Boolean))
      .slice(1);
    expect(commands).toHaveLength(count);
    await withTemporaryDirectory(async (directory) => {
      await run(['init', 'my-network.json'], directory);
      for (const words of commands) {
        const { output, status } = await run(words, directory);
        expect(status, output).toBe(0);
      }
    });
  });

  test('gives a network file that the program takes, with the names that the text gives its numbers', () => {
    const network = parseNetwork(JSON.parse(fencedBlock(networkFiles, 'json')));
    expect(network.learningRates).toEqual([0.5, 1.5]);
    expect(topologyOf(network).layers.map(({ units }) => units.map(({ netInput }) => netInput))).toEqual([
      ['h1', 'h2', 'h3'],
      ['o1'],
    ]);
    expect(initialValues(topologyOf(network)).at(-1)?.name).toBe('w9');
  });

  test('has every field of the network file, in the words of the schema', () => {
    const rows = tableRows(networkFiles, 'Field', 'Value', 'Meaning');
    expect(rows.map(([field, , meaning]) => [field, meaning])).toEqual(
      fieldsOf(networkJsonSchema()).map(({ path, description }) => [`\`${path}\``, description]),
    );
    for (const { path, schema } of fieldsOf(networkJsonSchema())) {
      const value = rows.find(([field]) => field === `\`${path}\``)?.[1] ?? '';
      for (const bound of [schema.maxLength, schema.maximum, schema.maxItems, ...(schema.enum ?? [])]) {
        if (bound !== undefined) expect(value, path).toContain(String(bound));
      }
    }
  });

  test('has every sheet of the workbook, in the order of the tabs, and the only function of its iterations', async () => {
    const network = parseNetwork(JSON.parse(networkTemplate('class')));
    const { bytes } = await generate(network);
    const { sheets, definedNames } = readWorkbook(await collected(bytes));
    const rates = sheets.filter(({ name }) => name.startsWith('LR '));
    const names = sheets.map(({ name }) => name);
    const shown = names.filter((name) => !rates.slice(1, -1).some((rate) => rate.name === name));
    const listed = [...section(readme, 'The workbook').matchAll(/^- (.*?):/gm)].flatMap(([, item = '']) =>
      codeSpans(item),
    );
    expect(listed).toEqual(shown);
    const pages = [...document('docs/workbook.md').matchAll(/^## (`.*)$/gm)].flatMap(([, title = '']) =>
      codeSpans(title),
    );
    expect(pages).toEqual(shown);

    const topology = topologyOf(network);
    const { lastColumn } = tableLayout(topology, columnGroups(topology), network.iterations);
    const functions = rates
      .flatMap(({ cells }) => [...cells.values()])
      .filter(({ row, column }) => row > ROWS_ABOVE_TABLE && column <= lastColumn)
      .flatMap(({ formula = '' }) => formulaTokens(formula))
      .filter(({ kind }) => kind === 'function');
    expect(new Set(functions.map(({ text }) => text))).toEqual(new Set(['EXP']));
    expect(rates.every(({ cells }) => cells.get('A1')?.value !== undefined)).toBe(true);
    const named = codeSpans(document('docs/workbook.md')).filter((code) => /^(?:init|learning)_/.test(code));
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((name) => !definedNames.has(name))).toEqual([]);
  });

  test('has every ready-made network, in its own words', () => {
    const about = (name: string): unknown => JSON.parse(networkTemplate(name)).about;
    expect(tableRows(networkFiles, 'Network', 'What it teaches')).toEqual(
      networkNames().map((name) => [`\`${name}\``, about(name)]),
    );
  });

  test('asks for the Node that the package asks for', () => {
    const [, first = '', next = ''] = /^\^(\d+\.\d+)\.0 \|\| >=(\d+\.\d+)\.0$/.exec(packageJson.engines.node) ?? [];
    expect(first).not.toBe('');
    expect(readme).toContain(`version ${first}, or ${next} or newer`);
  });

  test('gives the test command that CI runs', () => {
    const command = 'npm ci && npm test';
    expect(fencedBlocks(readme, 'sh').join('')).toContain(command);
    expect(document('.ci/run')).toContain(`run '${command}'`);
  });
});

describe('CONTRIBUTING.md', () => {
  test('says of every folder what it imports', () => {
    const rows = tableRows(contributing, 'Folder', 'Other parts', 'Packages');
    const folders = new Set(
      [...sources.keys()].filter((file) => file.includes('/')).map((file) => file.split('/')[0] ?? ''),
    );
    const allowed = new Map(
      rows.map(([folder = '', others = '', packages = '']) => [
        codeSpans(folder)[0],
        { others: [...codeSpans(others)].sort(), packages: [...codeSpans(packages)].sort() },
      ]),
    );
    expect([...allowed.keys()].sort()).toEqual([...folders].sort());
    for (const name of folders) expect([name, importsOfFolder(name)]).toEqual([name, allowed.get(name)]);
  });

  test('has the rooms of check in an order in which each imports only those before it', () => {
    const rooms = tableRows(contributing, 'Room', 'What it does').flatMap(([room = '']) => codeSpans(room));
    const roomOf = (file: string): string => /^check\/(\w+)\//.exec(file)?.[1] ?? '';
    expect(new Set(rooms)).toEqual(new Set([...sources.keys()].map(roomOf).filter((room) => room !== '')));
    const backward = [...sources]
      .filter(([file]) => roomOf(file) !== '')
      .flatMap(([file, text]) => importsOf(file, text))
      .filter(({ file, target }) => rooms.indexOf(roomOf(target)) > rooms.indexOf(roomOf(file)));
    expect(backward).toEqual([]);
  });

  test('names files that are there', () => {
    const files = codeSpans(contributing).filter((code) => /^(?:src|templates|test)\/[\w./-]+$/.test(code));
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((file) => !existsSync(repositoryFile(file)))).toEqual([]);
  });
});

describe('CHANGELOG.md', () => {
  test('begins with the version of the package', () => {
    const [, version] = /^## (\S+)/m.exec(document('CHANGELOG.md')) ?? [];
    expect(version).toBe(packageJson.version);
  });
});

test('the reference of the library is what its docstrings give', () => {
  const { stdout } = spawnSync(process.execPath, [repositoryFile('docs/api.js'), '--print'], { encoding: 'utf8' });
  expect(document('docs/api.md')).toBe(stdout);
});

describe('docs/api.md', () => {
  const entries = document('docs/api.md')
    .split(/^### /m)
    .slice(1)
    .map((text) => ({ name: codeSpans(text)[0] ?? '', blocks: fencedBlocks(text, 'ts') }));
  const declarations = entries.map(({ blocks: [code = ''] }) => code);
  const examples = entries.flatMap(({ blocks: [, example] }) => (example === undefined ? [] : [example]));

  test('describes every type that it shows', () => {
    const used = declarations.flatMap(
      (code) =>
        withoutComments(code)
          .replace(/'[^']*'/g, '')
          .match(/\b[A-Z]\w+/g) ?? [],
    );
    const known = ['Error', 'Promise', 'Uint8Array', 'AsyncIterable', 'ReadonlyMap', 'Readonly', 'Record', 'Part'];
    const names = new Set([...known, ...entries.map(({ name }) => name)]);
    expect([...new Set(used)].filter((name) => !names.has(name))).toEqual([]);
  });

  test('has an example for every function', () => {
    const functions = entries.filter(({ blocks: [code = ''] }) => /^function|^const \w+: \(/.test(code));
    expect(functions.length).toBeGreaterThan(15);
    expect(functions.filter(({ blocks }) => blocks.length !== 2).map(({ name }) => name)).toEqual([]);
  });

  test('has examples that work', async () => {
    const [beginning = ''] = fencedBlocks(document('docs/api.md').split(/^## /m)[0] ?? '', 'ts');
    await withTemporaryDirectory(async (directory) => {
      writeFileSync(join(directory, 'package.json'), '{}');
      mkdirSync(join(directory, 'node_modules'));
      symlinkSync(resolve(repositoryFile('.')), join(directory, 'node_modules/backprop-workbook'));
      cpSync(repositoryFile('output/backpropagation.xlsx'), join(directory, 'mine.xlsx'));
      const program = [beginning, ...examples.map((example) => `{\n${example}\n}`)].join('\n');
      writeFileSync(join(directory, 'examples.mjs'), program);
      const { stderr, status } = spawnSync(process.execPath, ['examples.mjs'], { cwd: directory, encoding: 'utf8' });
      expect(status, stderr).toBe(0);
    });
  });
});

test('the schema file is the one that the validator gives', () => {
  expect(JSON.parse(document('templates/network.schema.json'))).toEqual(networkJsonSchema());
});

test('the bench has what it runs', async () => {
  const jobs = readdirSync(repositoryFile('test/bench/jobs')).map((file) => file.replace('.js', ''));
  const bench = ['bench.js', 'prepared.js', 'jobs/exceljs-in-memory.js']
    .map((file) => document(`test/bench/${file}`))
    .join('');
  expect(jobs.filter((job) => !bench.includes(job))).toEqual([]);
});

/** As much of a JSON Schema as a network file needs. */
interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly maximum?: number;
}

/** Every field of a schema with its path, such as `layers[].weights` or `optimizer.name`. */
function fieldsOf(
  schema: Schema,
  prefix = '',
): readonly { readonly path: string; readonly description: string | undefined; readonly schema: Schema }[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const path = `${prefix}${key}`;
    const inside = [...fieldsOf(field, `${path}.`), ...fieldsOf(field.items ?? {}, `${path}[].`)];
    return [{ path, description: field.description, schema: field }, ...inside];
  });
}

/** The parts and the packages that a folder of `src` imports, each sorted; Node's own modules count as packages, but not in `node` and `cli`. */
function importsOfFolder(folder: string): { readonly others: readonly string[]; readonly packages: readonly string[] } {
  const imports = [...sources]
    .filter(([file]) => file.startsWith(`${folder}/`))
    .flatMap(([file, text]) => importsOf(file, text));
  const others = imports.filter(({ ours }) => ours).map(({ target }) => target.split('/')[0] ?? '');
  const packages = imports
    .filter(({ ours, target }) => !ours && !(['cli', 'node'].includes(folder) && isBuiltin(target)))
    .map(({ target }) => /^(?:@[^/]+\/)?[^/]+/.exec(target)?.[0] ?? target);
  return {
    others: [...new Set(others)].filter((other) => other !== folder).sort(),
    packages: [...new Set(packages)].sort(),
  };
}
