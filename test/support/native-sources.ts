// The modules of src as Node loads them by itself, with their types left out: as vitest loads modules, every name that one imports is looked up
// in an object each time, which costs a tenth of the time of the processor.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'vitest/config';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = join(ROOT, 'src') + sep;
/** As deep as src, for modules look for files beside it. */
const STRIPPED = join(ROOT, '.src') + sep;

/** What a TypeScript module imports by a relative path, whose end changes. */
const IMPORTED = /((?:\bfrom|\bimport)\s*\(?\s*["']\.{1,2}\/[^"'\n]*)\.tsx?(["'])/g;

const isModule = (path: string): boolean => /(?<!\.d)\.tsx?$/.test(path);

/** Writes all modules that are not as they were, and removes those whose source is gone. */
async function strip(): Promise<void> {
  const modules = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(isModule);
  const { outputFiles } = await build({
    entryPoints: modules.map((path) => join(SOURCES, path)),
    outdir: STRIPPED,
    outbase: SOURCES,
    format: 'esm',
    target: 'node20',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    write: false,
  });
  const written = new Set(outputFiles.map(({ path }) => path));
  const before = existsSync(STRIPPED) ? readdirSync(STRIPPED, { recursive: true, encoding: 'utf8' }) : [];
  for (const path of before.filter((each) => each.endsWith('.js') && !written.has(join(STRIPPED, each))))
    rmSync(join(STRIPPED, path));
  for (const { path, text } of outputFiles) {
    const module = text.replace(IMPORTED, '$1.js$2');
    if (existsSync(path) && readFileSync(path, 'utf8') === module) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, module);
  }
}

/** Has tests import these modules in place of those of src. */
export function nativeSources(): Plugin {
  return {
    name: 'native-sources',
    enforce: 'pre',
    buildStart: strip,
    resolveId(source, importer) {
      if (importer === undefined || !source.startsWith('.') || !isModule(source)) return null;
      const path = resolve(dirname(importer), source);
      if (!path.startsWith(SOURCES)) return null;
      return STRIPPED + path.slice(SOURCES.length).replace(/tsx?$/, 'js');
    },
  };
}

/** Where vitest is to leave loading to Node. */
export const native = /\/\.src\//;
