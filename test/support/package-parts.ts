import { unzipSync } from 'fflate';
import { attribute, children, parsePart } from './xml.ts';

/** The parts of a package by path, such as `xl/workbook.xml`, without a leading slash. */
export type PackageParts = ReadonlyMap<string, Uint8Array>;

/** One relationship of a part. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type, such as `worksheet`. */
  readonly kind: string;
  /** The path of the part it leads to; for an external relationship the address as written. */
  readonly target: string;
  readonly external: boolean;
}

/**
 * Every part of a package, directories left out.
 * @throws Error where the bytes are no zip file.
 */
export function unzipParts(bytes: Uint8Array): PackageParts {
  return new Map(Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith('/')));
}

/** The names of a zip file's entries in the order of its directory; a name that is there twice is listed twice. */
export function entryNames(bytes: Uint8Array): readonly string[] {
  const names: string[] = [];
  unzipSync(bytes, { filter: (entry) => names.push(entry.name) < 0 });
  return names;
}

/** Where the relationships of a part are written; the empty path stands for the package itself. */
export function relationshipsPath(path: string): string {
  const cut = path.lastIndexOf('/') + 1;
  return `${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`;
}

/** The path of the part whose relationships a `.rels` part holds, the empty path for the package's own. */
export function relationshipsOwner(relsPath: string): string {
  return relsPath.replace(/_rels\/([^/]*)\.rels$/, '$1');
}

/** The relationships of a part in document order, none where it has no `.rels`. */
export function relationshipsOf(parts: PackageParts, path: string): readonly Relationship[] {
  const bytes = parts.get(relationshipsPath(path));
  if (bytes === undefined) return [];
  return children(parsePart(bytes), 'Relationship').map((element) => {
    const external = attribute(element, 'TargetMode') === 'External';
    const target = attribute(element, 'Target') ?? '';
    return {
      id: attribute(element, 'Id') ?? '',
      kind: (attribute(element, 'Type') ?? '').replace(/^.*\//, ''),
      target: external ? target : resolveTarget(path, target),
      external,
    };
  });
}

function resolveTarget(from: string, target: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
