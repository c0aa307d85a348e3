import { limits } from './limits.ts';
import { Unreadable } from './unreadable.ts';
import { scanXml } from './xml.ts';

/** A part that another one names. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type, such as `worksheet`. */
  readonly type: string;
  /** The path of the part in the archive. */
  readonly path: string;
}

/**
 * Reads which parts a part names; links out of the file are left out.
 * Source: ECMA-376 part 2, 6.5.
 *
 * @param folder of the part that names them, with its `/` at the end
 */
export function readRelationships(xml: Uint8Array, folder: string): readonly Relationship[] {
  const found: Relationship[] = [];
  scanXml(xml, {
    open: (tag, attribute) => {
      if (tag !== 'Relationship' || attribute('TargetMode') === 'External') return;
      if (found.length === limits.relationships)
        throw new Unreadable(
          `The file has more than ${limits.relationships} links between its parts, too many to check.`,
        );
      const type = /[^/]*$/.exec(attribute('Type') ?? '')?.[0] ?? '';
      found.push({ id: attribute('Id') ?? '', type, path: resolved(folder, attribute('Target') ?? '') });
    },
  });
  return found;
}

/** The path that a target means, seen from a folder. */
function resolved(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of `${target.startsWith('/') ? '' : folder}${target}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
