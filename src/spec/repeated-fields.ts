import type { Fault } from './input-error.ts';
import type { Path } from './layer.ts';
import { pathText } from './path-text.ts';

/** Where a text begins, and the marks that open, part and close. */
const MARKS = /["{}[\],]/g;

/** What makes a text the name of a field: a colon behind it. */
const COLON = /\s*:/y;

/** An object or a list that is open: the names of the object so far, and the field or position that is being read. */
interface Open {
  readonly names: Set<string> | undefined;
  at: string | number;
}

/**
 * Finds fields that stand twice in the same object. JSON would take the last of them and say nothing.
 *
 * @param json a text that `JSON.parse` takes
 */
export function repeatedFields(json: string): readonly Fault[] {
  const faults: Fault[] = [];
  const open: Open[] = [];
  const marks = new RegExp(MARKS);
  for (let found = marks.exec(json); found !== null; found = marks.exec(json)) {
    const [mark] = found;
    const inner = open.at(-1);
    if (mark === '"') {
      marks.lastIndex = endOfText(json, found.index) + 1;
      COLON.lastIndex = marks.lastIndex;
      if (inner?.names === undefined || !COLON.test(json)) continue;
      const name = String(JSON.parse(json.slice(found.index, marks.lastIndex)));
      inner.at = name;
      if (inner.names.has(name))
        faults.push({ path: pathText(placeOf(open)), message: 'stands twice; keep one of the two.' });
      inner.names.add(name);
    } else if (mark === '{') open.push({ names: new Set(), at: '' });
    else if (mark === '[') open.push({ names: undefined, at: 0 });
    else if (mark !== ',') open.pop();
    else if (typeof inner?.at === 'number') inner.at++;
  }
  return faults;
}

/** The position of the quotation mark that ends a text: the first with an even number of backslashes before it. */
function endOfText(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); end !== -1; end = json.indexOf('"', end + 1)) {
    let slashes = 0;
    while (json[end - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return end;
  }
  return json.length;
}

const placeOf = (open: readonly Open[]): Path => open.map(({ at }) => at);
