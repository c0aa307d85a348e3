import { type Faults, noFaults } from './faults.ts';
import { pathText } from './path-text.ts';

const [QUOTE, COLON, COMMA] = [0x22, 0x3a, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** An object or a list that is open. */
interface Open {
  /** The field or position that is being read; undefined before an object's first field. */
  at: string | number | undefined;
  /** The names of the fields before that one. Most objects have few, so it is made with the second. */
  names?: Set<string>;
}

/**
 * Finds fields that stand twice in the same object. JSON would take the last of them and say nothing.
 *
 * @param json a text that `JSON.parse` takes
 */
export function repeatedFields(json: string): Faults {
  const faults = noFaults();
  const open: Open[] = [];
  let [start, end] = [0, 0];
  for (let at = 0; at < json.length; at++) {
    const mark = json.charCodeAt(at);
    if (mark === QUOTE) {
      start = at;
      at = endOfText(json, at);
      end = at + 1;
    } else if (mark === COLON) {
      const object = open.at(-1);
      if (object !== undefined) addField(object, textOf(json.slice(start, end)), open, faults);
    } else if (mark === OPEN_OBJECT) open.push({ at: undefined });
    else if (mark === OPEN_LIST) open.push({ at: 0 });
    else if (mark === CLOSE_OBJECT || mark === CLOSE_LIST) open.pop();
    else if (mark === COMMA) {
      const list = open.at(-1);
      if (typeof list?.at === 'number') list.at++;
    }
  }
  return faults;
}

/** What a text of JSON says, without its quotation marks. */
const textOf = (json: string): string => (json.includes('\\') ? String(JSON.parse(json)) : json.slice(1, -1));

function addField(object: Open, name: string, open: readonly Open[], faults: Faults): void {
  if (typeof object.at === 'string') {
    object.names ??= new Set();
    object.names.add(object.at);
  }
  object.at = name;
  if (object.names?.has(name))
    faults.add(() => ({ path: placeOf(open), message: 'stands twice; keep one of the two.' }));
}

/**
 * How many objects, lists and fields a text of JSON has, whether it is right or not: what it takes to parse it goes with them, and
 * can be forty times its length.
 */
export function partsOfJson(json: string): number {
  let parts = 0;
  for (let at = 0; at < json.length; at++) {
    const mark = json.charCodeAt(at);
    if (mark === QUOTE) at = endOfText(json, at);
    else if (mark === COLON || mark === OPEN_OBJECT || mark === OPEN_LIST) parts++;
  }
  return parts;
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

/** How many parts of a path are written at each end, where it is so deep that no network file has it. */
const SHOWN = 5;

function placeOf(open: readonly Open[]): string {
  const text = (part: readonly Open[]): string => pathText(part.map(({ at = '' }) => at));
  return open.length <= 2 * SHOWN ? text(open) : `${text(open.slice(0, SHOWN))} … ${text(open.slice(-SHOWN))}`;
}
