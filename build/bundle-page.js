// The page: one file with its style and its one script, packed, which nothing but their hashes lets run.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname } from 'node:path';
import { build, transform } from 'esbuild';
import { compress } from 'lzma1';
import { minifySync } from 'rolldown/utils';

/** What exceljs asks for beside what it is asked for, to read, pack and write CSV: nothing of it is called. */
const outOfReach = new RegExp(
  `^(node:)?(${[...builtinModules, 'readable-stream', 'jszip', 'fast-csv', 'saxes', 'uuid'].join('|')})$`,
);

/** Parts of packages that are for what the page never does: tables and pictures in workbooks, reading them, and JSON Schema. */
const unused = [
  /\/exceljs\/lib\/(?:csv\/|doc\/(?:table|image|anchor|pivot-table)\.js)/,
  /\/exceljs\/lib\/utils\/(?:stream-buf|string-buf|zip-stream|encryptor|parse-sax|shared-formula|copy-style)\.js/,
  /\/exceljs\/lib\/xlsx\/xform\/(?:table|drawing|pivot-table)\//,
  /\/exceljs\/lib\/xlsx\/xform\/sheet\/cf-ext\/(?:databar|icon-set|cf-icon|f|sqref|cfvo)-ext-xform\.js/,
];

/** Methods of exceljs that read a workbook, or pack one. */
const READING =
  /^ {2}(?:async )?(?:parse\w*|reconcile\w*|_process\w*|process\w*Entry|read|readFile|load|create\w*Stream|add(?:Media|Drawings|Tables|Comments)\w*)\([^\n]*\) \{\n[\s\S]*?^ {2}\}\n/gm;

/** What of zod makes JSON Schemas. */
const JSON_SCHEMA = /\/zod\/v4\/core\/(?:json-schema-processors|to-json-schema|json-schema-generator)\.js$/;

/** A module whose functions and classes do nothing. */
const emptied = (module) =>
  [...module.matchAll(/^export (?:const|function|class) (\w+)/gm)]
    .map(([, name]) => `export function ${name}() {}`)
    .join('\n');

const NOTHING = `
  function Any() {}
  module.exports = new Proxy(Any, { get: (any, key) => (key in any ? any[key] : key === '__esModule' ? undefined : Any) });
`;

/** Leaves them out; our own modules have to do without. */
const leftOut = {
  name: 'left-out',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: outOfReach }, ({ path, importer }) =>
      importer.includes('node_modules') ? { path, namespace: 'left-out' } : undefined,
    );
    onLoad({ filter: /\/node_modules\// }, ({ path }) => {
      const place = path.replaceAll('\\', '/');
      if (unused.some((part) => part.test(place))) return { contents: NOTHING };
      if (JSON_SCHEMA.test(place)) return { contents: emptied(readFileSync(path, 'utf8')) };
      if (!place.includes('/exceljs/lib/xlsx/')) return undefined;
      return { contents: readFileSync(path, 'utf8').replace(READING, '') };
    });
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: NOTHING }));
  },
};

const browsers = ['chrome109', 'edge109', 'firefox115', 'safari16.4'];

async function script() {
  const { outputFiles, metafile } = await build({
    entryPoints: ['src/page/index.ts'],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    platform: 'browser',
    target: browsers,
    define: { global: 'globalThis', 'process.env.NODE_ENV': '"production"' },
    inject: ['build/process.js'],
    legalComments: 'none',
    charset: 'utf8',
    plugins: [leftOut],
    tsconfig: 'src/page/tsconfig.json',
  });
  const [bundled] = outputFiles;
  // A second look saves another twentieth of what has to be sent.
  const { code: text, errors } = minifySync('page.js', bundled.text, { compress: { target: 'es2022' }, mangle: true });
  if (errors.length > 0) throw new Error(`The page's script cannot be minified: ${errors[0].message}`);
  // A script may not hold the end of its own element.
  return { text: text.trim().replaceAll('</script', '<\\/script'), packages: packagesIn(metafile) };
}

/** The best that LZMA does. */
const HARDEST = 9;

/** The script that unpacks another one, which stands beside it as letters of base64. */
async function packed(text) {
  const { outputFiles } = await build({
    entryPoints: ['build/unpack.js'],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: browsers,
    legalComments: 'none',
    plugins: [withoutPacking],
  });
  const data = Buffer.from(compress(new TextEncoder().encode(text), HARDEST)).toString('base64');
  return { unpack: outputFiles[0].text.trim(), data };
}

/** Leaves out what packs: the page unpacks only. */
const withoutPacking = {
  name: 'without-packing',
  setup({ onLoad }) {
    onLoad({ filter: /\/lzma1\/lib\/encoder\.js$/ }, () => ({ contents: 'export class Encoder {}' }));
  },
};

/** The packages of which anything is in a bundle. */
function packagesIn({ outputs }) {
  const [{ inputs }] = Object.values(outputs);
  const names = Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => {
    const [, name] = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
    return name === undefined || bytesInOutput === 0 ? [] : [name];
  });
  return [...new Set(names), 'assemblyscript', 'lzma1'].sort();
}

/** Whose work is in the page, and under which licence, as the licences ask for. */
function notices(packages) {
  const lines = packages.map((name) => {
    const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
    const file = readdirSync(`node_modules/${name}`).find((each) => /^licen[cs]e/i.test(each));
    const text = file === undefined ? '' : readFileSync(`node_modules/${name}/${file}`, 'utf8');
    const holders = [...text.matchAll(/^ *(?:The MIT License \(MIT\) )?(Copyright [^[{\n]*?)\s*$/gm)].map(
      ([, line]) => line,
    );
    return `${name} ${version}, ${license}${holders.length === 0 ? '' : `: ${holders.join('; ')}`}`;
  });
  const mit = readFileSync('LICENSE', 'utf8').replace(/^[\s\S]*?(?=Permission is hereby)/, '');
  return `backprop-workbook is under the MIT licence, and so is all in it that is named so:
${lines.join('\n')}

${mit.trim()}

Apache-2.0: https://www.apache.org/licenses/LICENSE-2.0. ISC: permission to use, copy, modify, and distribute is granted with or without
fee, provided that the copyright notice and this permission appear in all copies; as is, without warranty.`.replaceAll(
    '--',
    '- -',
  );
}

/** A module of ours, loaded as it would be in the page. */
async function loaded(path) {
  const { outputFiles } = await build({ entryPoints: [path], bundle: true, write: false, format: 'esm' });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The style: the colours of both schemes, that of pictures, and the page's own. */
async function style() {
  const { lightPalette, darkPalette, pictureStyle } = await loaded('src/picture/index.ts');
  const colors = (palette) =>
    Object.entries(palette)
      .map(([name, color]) => `--${kebab(name)}:#${color}`)
      .join(';');
  const folder = 'src/page/style';
  const parts = readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .sort()
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
  const css = [
    `:root{color-scheme:light dark;${colors(lightPalette)}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${colors(darkPalette)}}}`,
    pictureStyle((name) => `var(--${kebab(name)})`),
    ...parts,
  ].join('\n');
  const { code } = await transform(css, { loader: 'css', minify: true, target: browsers, charset: 'utf8' });
  return code.trim();
}

/** Two units and what they pass on. */
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1B2A41"/><path d="M8 9 24 23M8 23 24 9" stroke="#6FA8E8" stroke-width="2.5"/><g fill="#fff"><circle cx="8" cy="9" r="4"/><circle cx="8" cy="23" r="4"/><circle cx="24" cy="9" r="4"/><circle cx="24" cy="23" r="4"/></g></svg>',
)}`;

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Writes the page. */
export async function bundlePage(to) {
  const [{ text, packages }, css] = [await script(), await style()];
  const { unpack, data } = await packed(text);
  const policy = [
    "default-src 'none'",
    // The rows of workbooks are made by a module of WebAssembly.
    `script-src ${hashOf(unpack)} ${hashOf(text)} 'wasm-unsafe-eval'`,
    `style-src ${hashOf(css)}`,
    'img-src data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const html = `<!doctype html>
<html lang="en">
<!--
${notices(packages)}
-->
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Back-propagation by hand</title>
<link rel="icon" href="${ICON}">
<style>${css}</style>
</head>
<body>
<noscript>This page calculates a neural network, and needs JavaScript for it.</noscript>
<div id="app"></div>
<div id="handout"></div>
<script type="text/plain" id="packed">${data}</script>
<script>${unpack}</script>
</body>
</html>
`;
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, html);
}
