// The steps of the build. What they need is loaded when they run.
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isUpToDate, run } from './stamp.js';

/**
 * Packages that cost more time to load than all of our own modules, for what the program never does: exceljs is asked for the parts of
 * a package only, never to read one, to pack one or for CSV; and yargs and cli-progress measure texts that have no wide letters.
 */
const substitutes = {
  'string-width': 'module.exports = (text) => [...text].length; module.exports.default = module.exports;',
  'readable-stream': "module.exports = require('node:stream');",
  jszip: 'module.exports = class {};',
  'fast-csv': 'module.exports = {};',
  saxes: 'module.exports = { SaxesParser: class {}, EVENTS: [] };',
};

const substitution = {
  name: 'substitution',
  setup(bundle) {
    const names = new RegExp(`^(${Object.keys(substitutes).join('|')})$`);
    bundle.onResolve({ filter: names }, ({ path }) => ({ path, namespace: 'substitute' }));
    bundle.onResolve({ filter: /^\.\/inflate\.ts$/ }, () => ({ path: resolve('build/inflate-by-zlib.js') }));
    bundle.onLoad({ filter: /.*/, namespace: 'substitute' }, ({ path }) => ({ contents: substitutes[path] }));
  },
};

/** Compiles AssemblyScript to a module that holds WebAssembly as a text, a character for each byte. */
async function compile(from, to) {
  const { default: asc } = await import('assemblyscript/asc');
  const speed = ['-O3', '--noAssert', '--enable', 'simd'];
  // Pages of 64 kB, half a gigabyte: where addresses are few, they are reserved at once.
  const memory = ['--runtime', 'minimal', '--maximumMemory', '8192'];
  let binary;
  const { error, stderr } = await asc.main([from, ...speed, ...memory, '--outFile', 'module.wasm'], {
    writeFile: (name, contents) => {
      if (name.endsWith('.wasm')) binary = contents;
    },
  });
  if (error !== null) throw new Error(`${from} cannot be compiled: ${error.message}\n${stderr}`);
  // Packed with the page, bytes are shorter than letters of base64: what repeats in them still does.
  const text = JSON.stringify(Buffer.from(binary).toString('latin1')).replace(
    /[\u007f-\u009f\u00ad]/g,
    (control) => `\\u00${control.charCodeAt(0).toString(16)}`,
  );
  writeFileSync(
    to,
    `/** ${from}, compiled by build.js: a character for each byte. */\nexport const MODULE: string =\n  ${text};\n`,
  );
}

/** Bundles the program, so that it starts in a fraction of the time that loading its modules one by one takes. */
async function bundle() {
  const { build } = await import('esbuild');
  const { uncalledLeftOut } = await import('./left-out.js');
  const forNode = {
    outdir: 'dist/bin',
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20.19',
    legalComments: 'linked',
    plugins: [substitution, ...uncalledLeftOut],
  };
  rmSync('dist/bin', { recursive: true, force: true });
  await build({
    ...forNode,
    entryPoints: [
      { in: 'src/cli/launch.ts', out: 'backprop-workbook' },
      // By this name the tests find it.
      { in: 'src/cli/program.ts', out: 'program' },
      { in: 'src/node/worker.ts', out: 'worker' },
      { in: 'src/node/exercise-worker.ts', out: 'exercise-worker' },
      { in: 'src/node/examine-worker.ts', out: 'examine-worker' },
    ],
    splitting: true,
    format: 'esm',
    // exceljs and its dependencies are CommonJS and call require for Node's own modules.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  });
  await build({
    ...forNode,
    entryPoints: ['src/cli/cli.ts'],
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
    define: { 'import.meta.url': 'moduleUrl' },
  });
  onlyAscii('dist/bin/cli.cjs');
  await runNode(['build/compiled-code.js'], 'The code of the program cannot be compiled.');
}

/** Writes the letters that esbuild leaves in regular expressions as escapes: V8 reads a text of bytes in half the time. */
function onlyAscii(path) {
  const escaped = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(path, readFileSync(path, 'utf8').replace(/[^\0-\x7f]/g, escaped));
}

/** Compiles the library to plain modules with their types: see tsconfig.build.json. */
async function compileLibrary() {
  const others = readdirSync('dist').filter((name) => !['bin', 'page', '.built'].includes(name));
  for (const name of others) rmSync(`dist/${name}`, { recursive: true });
  // A part of AssemblyScript's runtime is in the module, under this licence.
  for (const name of ['LICENSE', 'NOTICE'])
    copyFileSync(`node_modules/assemblyscript/${name}`, `dist/assemblyscript-${name}.txt`);
  const words = ['node_modules/typescript/bin/tsc', '--project', 'tsconfig.build.json'];
  await runNode(words, 'The library cannot be compiled.');
}

/** Runs Node with these words. @throws Error with this sentence where it fails */
async function runNode(words, sentence) {
  const { spawnSync } = await import('node:child_process');
  const { status } = spawnSync(process.execPath, words, { stdio: 'inherit' });
  if (status !== 0) throw new Error(sentence);
}

/** The text of a module with the files of a folder as texts, by their names without the ending: so they are there in a browser too. */
function textModule(folder, ending, constant) {
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  const entries = names
    .sort()
    .map((name) => [name.slice(0, -ending.length), readFileSync(`${folder}/${name}`, 'utf8')]);
  const texts = JSON.stringify(Object.fromEntries(entries), null, 2);
  return `/** The files of ${folder}, by build.js. */\nexport const ${constant} = ${texts} as const;\n`;
}

const DRAWINGS = 'src/xlsx/drawing/compiled-drawings.ts';
const NETWORKS = 'src/network/compiled-networks.ts';

/** Compiles the templates in. */
async function compileTemplates() {
  const { drawingModule } = await import('./drawing-templates.js');
  writeFileSync(DRAWINGS, drawingModule('templates/drawing'));
  writeFileSync(NETWORKS, textModule('templates/networks', '.json', 'NETWORKS'));
}

const ASSEMBLY = 'src/xlsx/row-press/assembly';
const MODULE = 'src/xlsx/row-press/compiled-module.ts';

/** What the program needs, in this order. */
const forProgram = [
  {
    name: 'module',
    inputs: [ASSEMBLY],
    outputs: [MODULE],
    make: () => compile(`${ASSEMBLY}/index.ts`, MODULE),
  },
  {
    name: 'templates',
    inputs: ['templates/drawing', 'templates/networks'],
    outputs: [DRAWINGS, NETWORKS],
    make: compileTemplates,
  },
  { name: 'program', inputs: ['src'], outputs: ['dist/bin'], make: bundle },
];

/** The page, as it is built. */
export const PAGE = 'dist/page/backprop-workbook.html';

const page = {
  name: 'page',
  inputs: ['src', 'LICENSE'],
  outputs: ['dist/page'],
  make: async () => {
    const { bundlePage } = await import('./bundle-page.js');
    await bundlePage(PAGE);
  },
};

const library = {
  name: 'library',
  inputs: ['src', 'tsconfig.json', 'tsconfig.build.json'],
  outputs: ['dist'],
  except: ['dist/bin', 'dist/page'],
  make: compileLibrary,
};

async function runStale(steps) {
  for (const step of steps) if (!isUpToDate(step)) await run(step);
}

/** Makes what the program needs, where it is stale. */
export const buildProgram = () => runStale(forProgram);

/** Makes the page, where it is stale. */
export const buildPage = () => runStale([...forProgram.slice(0, 2), page]);

/** Makes the program, the page and the library, where they are stale. */
export const buildAll = () => runStale([...forProgram, page, library]);
