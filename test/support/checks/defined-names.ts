import { type PackageView, repeated } from './package-view.ts';
import { referenceLike } from './reference-like.ts';

/** Defined names that Excel does not accept, or that are defined twice for the same sheets. */
export function* definedNameFaults({ names }: PackageView): Iterable<string> {
  for (const { name, text } of names) {
    const like = referenceLike(name);
    // Excel's own names have a prefix with a full stop in it and are right by definition.
    if (!/^_xlnm\./.test(name) && !/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name)) {
      yield `The defined name "${name}" has characters a name may not have`;
    }
    if (like !== undefined) yield `The defined name "${name}" ${like}`;
    if (name.length > 255) yield `The defined name "${name.slice(0, 40)}…" is longer than 255 characters`;
    if (text === '') yield `The defined name "${name}" stands for nothing`;
  }
  for (const again of repeated(names.map(({ name, scope }) => `"${name.toLowerCase()}" (${scope ?? 'workbook'})`))) {
    yield `The defined name ${again} is there twice`;
  }
}
