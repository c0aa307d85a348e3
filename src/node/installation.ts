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
