// Bundles the program into dist/bin, so that it starts in a fraction of the time that loading its modules one by one takes.
// The library stays plain modules: see tsconfig.build.json.
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

/** yargs measures its help with string-width, which takes 30 ms to load for scripts that our help does not use. */
const shortStringWidth = {
  name: 'short-string-width',
  setup(bundle) {
    bundle.onResolve({ filter: /^string-width$/ }, () => ({ path: 'string-width', namespace: 'short' }));
    bundle.onLoad({ filter: /.*/, namespace: 'short' }, () => ({
      contents: 'export default (text) => [...text].length;',
    }));
  },
};

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: [{ in: 'src/cli.ts', out: 'backprop-workbook' }],
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
  plugins: [shortStringWidth],
});
