import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';

/** A change to the text of one part. */
export interface PartChange {
  /** Its path, such as `xl/workbook.xml`. */
  readonly part: string;
  /** Text that is in the part; its first occurrence is replaced. */
  readonly from: string;
  readonly to: string;
}

/**
 * A small sound workbook, for tests of the test tools, with changes where they are given. It has the sheets `Input`
 * and `Run 1`, two groups of shared formulas, the names `eta` and `tiny`, a line chart, a link and a validation. Its
 * parts lie in the folder `small-workbook`.
 * @throws Error where there is no such part, or it does not hold the text to be replaced.
 */
export function smallWorkbook(...changes: readonly PartChange[]): Uint8Array {
  return alteredWorkbook((parts) => {
    for (const { part, from, to } of changes) {
      const text = parts.get(part);
      if (text?.includes(from) !== true) throw new Error(`${part} does not hold ${from}`);
      parts.set(
        part,
        text.replace(from, () => to),
      );
    }
  });
}

/** The small workbook after its parts, the text of each by path, have been altered in any way. */
export function alteredWorkbook(alter: (parts: Map<string, string>) => void): Uint8Array {
  const parts = readParts();
  alter(parts);
  return zipSync(Object.fromEntries([...parts].map(([path, text]) => [path, strToU8(text)])));
}

const FOLDER = fileURLToPath(new URL('small-workbook/', import.meta.url));

function readParts(): Map<string, string> {
  const files = readdirSync(FOLDER, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [relative(FOLDER, file).replaceAll(sep, '/'), readFileSync(file, 'utf8')];
    }),
  );
}
