// Compiles src/xlsx/row-press/assembly to WebAssembly, then bundles the program into dist/bin, so that it starts in a fraction of the time that
// loading its modules one by one takes. The library stays plain modules: see tsconfig.build.json.
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';
import { build } from 'esbuild';

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
    bundle.onLoad({ filter: /.*/, namespace: 'substitute' }, ({ path }) => ({ contents: substitutes[path] }));
  },
};

/** Compiles AssemblyScript to a module that holds WebAssembly as a text. */
async function compile(from, to) {
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
  const text = Buffer.from(binary).toString('base64');
  writeFileSync(to, `/** ${from}, compiled by build.js, as Base64. */\nexport const MODULE: string =\n  '${text}';\n`);
}

await compile('src/xlsx/row-press/assembly/index.ts', 'src/xlsx/row-press/compiled-module.ts');
rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: [
    { in: 'src/cli/launch.ts', out: 'backprop-workbook' },
    { in: 'src/node/worker.ts', out: 'worker' },
  ],
  outdir: 'dist/bin',
  bundle: true,
  splitting: true,
  minify: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  legalComments: 'linked',
  // exceljs and its dependencies are CommonJS and call require for Node's own modules.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  plugins: [substitution],
});
// A part of its runtime is in the module, under this licence.
for (const name of ['LICENSE', 'NOTICE'])
  copyFileSync(`node_modules/assemblyscript/${name}`, `dist/assemblyscript-${name}.txt`);
