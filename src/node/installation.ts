import { readFileSync } from 'node:fs';

/** Where the package is installed: its files stand beside `src` as well as beside `dist`. */
const root = new URL('../../', import.meta.url);

/** The JSON Schema of network files. */
export const schemaUrl = new URL('templates/network.schema.json', root);

/**
 * The version of this program.
 *
 * @example
 * console.log(version()); // 1.0.0
 */
export function version(): string {
  const { version: number } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
    readonly version: string;
  };
  return number;
}

/**
 * The page, all of this program in one file for a browser, as the text of an HTML file.
 *
 * @example
 * await writeText('backprop-workbook.html', pageText());
 */
export function pageText(): string {
  return readFileSync(new URL('dist/page/backprop-workbook.html', root), 'utf8');
}
