import { builtinModules } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { build, type Plugin } from 'esbuild';
import { expect, test } from 'vitest';
import { repositoryFile } from './markdown.ts';

/** What exceljs asks for beside what it is asked for: nothing of it is called. */
const outOfReach = [...builtinModules, 'readable-stream', 'jszip', 'fast-csv', 'saxes'];
const STUB = 'class Any {} module.exports = new Proxy(Any, { get: (any, key) => (key in any ? any[key] : Any) });';

/** Puts a stub in place of these, but only for packages: our own modules have to do without. */
const stubs: Plugin = {
  name: 'stubs',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: new RegExp(`^(node:)?(${outOfReach.join('|')})$`) }, ({ path, importer }) =>
      importer.includes('node_modules') ? { path, namespace: 'stub' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: STUB }));
  },
};

const PROGRAM = `
  import { generate, networkNames, networkTemplate, parseNetwork } from './src/index.ts';
  globalThis.made = (async () => {
    const network = parseNetwork({ ...JSON.parse(networkTemplate(networkNames()[0])), iterations: 4 });
    const { bytes } = await generate(network);
    let size = 0;
    for await (const piece of bytes) size += piece.length;
    return size;
  })();
`;

test('the library makes a workbook in a bundle for browsers, where nothing of Node is', async () => {
  const { outputFiles } = await build({
    stdin: { contents: PROGRAM, resolveDir: repositoryFile('.'), loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    plugins: [stubs],
  });
  const browser = createContext({ TextEncoder, TextDecoder, atob });
  runInContext('globalThis.window = globalThis.self = globalThis.global = globalThis', browser);
  runInContext(outputFiles[0]?.text ?? '', browser);
  const size: unknown = await browser.made;
  expect(size).toBeGreaterThan(100_000);
});
