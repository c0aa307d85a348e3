import { describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import packageLock from '../package-lock.json' with { type: 'json' };
import { sourceFiles, withoutComments } from './helpers/imports.ts';
import { document, repositoryFile, tableRows } from './markdown.ts';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}

const locked = new Map<string, Locked>(Object.entries(packageLock.packages).filter(([path]) => path !== ''));
const page = document('docs/dependencies.md');
const [forUsers = [], forDevelopers = []] = page
  .split('\n## ')
  .slice(1, 3)
  .map((part) => tableRows(part, 'Package', 'Licence', 'What for'));

const plain = (cell = ''): string => cell.replaceAll('`', '');
const licenceOf = (name: string): string => locked.get(`node_modules/${name}`)?.license ?? 'not in package-lock.json';

/** What users install: everything but what only developers do. */
const installed = [...locked].filter(([, { dev }]) => dev !== true);

/** Licences under which a package may be part of a program under MIT. */
const ALLOWED = [
  'MIT',
  'ISC',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  '(MIT OR GPL-3.0-or-later)',
  '(MIT AND Zlib)',
];

describe('docs/dependencies.md', () => {
  test.each([
    ['users', forUsers, packageJson.dependencies],
    ['developers', forDevelopers, packageJson.devDependencies],
  ])('has every package of %s, with its licence and what it is for', (_, rows, packages) => {
    expect(rows.map(([name, licence]) => [plain(name), licence])).toEqual(
      Object.keys(packages).map((name) => [name, licenceOf(name)]),
    );
    expect(rows.filter(([, , use = '']) => !/^[A-Z].*\.$/.test(use))).toEqual([]);
  });

  test('answers advisories for the versions that are installed', () => {
    const answers = tableRows(page, 'Advisory', 'Package', 'Here', 'Answer');
    expect(answers.length).toBeGreaterThan(5);
    const versionsOf = (name: string): readonly (string | undefined)[] =>
      [...locked].flatMap(([path, { version }]) => (path.endsWith(`node_modules/${name}`) ? [version] : []));
    const wrong = answers.filter(([, name, here]) => !versionsOf(plain(name)).includes(here));
    expect(wrong).toEqual([]);
  });
});

describe('what users install', () => {
  test('has licences that go with MIT', () => {
    const wrong = installed.filter(([, { license = 'none' }]) => !ALLOWED.includes(license));
    expect(wrong.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });

  test('runs no script when it is installed', () => {
    expect(installed.filter(([, { hasInstallScript }]) => hasInstallScript === true)).toEqual([]);
    const scripts = Object.keys(packageJson.scripts);
    expect(scripts.filter((name) => /^(?:pre|post)?install$|^postprepare$/.test(name))).toEqual([]);
  });

  test('comes from the npm registry, as its checksum says', () => {
    const strange = installed.filter(
      ([, { resolved, integrity }]) =>
        !/^sha512-/.test(integrity ?? '') || !/^(?:https:\/\/registry\.npmjs\.org\/|$)/.test(resolved ?? ''),
    );
    expect(strange.map(([path]) => path)).toEqual([]);
  });
});

/** What would reach out of the machine, start programs, or make code out of text. */
const REACHING =
  /\bfetch\(|\beval\(|\bnew Function\b|node:(?:https?|http2|net|tls|dgram|dns|child_process|vm|inspector)\b|https?\.request|WebSocket/;

describe('the program reaches for nothing but files', () => {
  test.each<[string, string]>([...sourceFiles(repositoryFile('src'))])('%s', (name, text) => {
    const rest = name === 'cli/launch.ts' ? withoutRestart(text) : name === 'cli/program.ts' ? withoutOwn(text) : text;
    expect(REACHING.exec(withoutComments(rest))?.[0]).toBeUndefined();
  });

  /** The program may load its own bundle as a script, which is code that was built with it. */
  function withoutOwn(text: string): string {
    const rest = text.replace("import { Script } from 'node:vm';", '');
    expect(rest.match(/\bnew Script\(.*/g)).toEqual([
      'new Script(text, { filename: path, cachedData: compiledCode(usualRun(words)) });',
    ]);
    return rest;
  }

  /** The program may start itself again; nothing else is left of what starts programs then. */
  function withoutRestart(text: string): string {
    const rest = text
      .replace("const { spawn } = await import('node:child_process');", '')
      .replace('spawn(process.execPath, words,', '');
    expect(rest).not.toMatch(/\bspawn\b|child_process/);
    return rest;
  }

  test.each(['fetch("x")', "import { spawn } from 'node:child_process';", 'new Function("x")', "import 'node:https';"])(
    '%s would be found',
    (text) => {
      expect(REACHING.test(text)).toBe(true);
    },
  );
});
