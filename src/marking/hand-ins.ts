import { foldedName } from '../classroom/names.ts';
import { type HandInPlace, handInPlaces } from './layouts.ts';

/** A file that was handed in. */
export interface HandedFile {
  /** Its path within what was downloaded, with `/` between its parts. */
  readonly path: string;
  /** When it was changed last, in any unit; later is more. */
  readonly modified: number;
}

/** What a learner handed in. */
export interface LearnerFiles extends HandInPlace {
  /**
   * The workbooks of the newest attempt, the newest first: one of them counts. Where nothing but names tells who handed in, all workbooks: only
   * what is in them says whose they are.
   */
  readonly files: readonly HandedFile[];
  /** Workbooks of older attempts, which do not count. */
  readonly older: readonly HandedFile[];
  /** Files of any attempt that are no workbooks. */
  readonly others: readonly string[];
}

/** What systems leave beside files, and marks of workbooks that are open. */
const JUNK = /(?:^|\/)(?:__MACOSX\/|\.|~\$|Thumbs\.db$|desktop\.ini$|timestamp\.txt$|comments\.txt$|grades\.\w+$)/i;

/** Files that are judged, or of which `check` says what to do. */
const WORKBOOK = /\.(?:xlsx|xlsm|xltx|ods)$/i;
const OTHER_SHEET = /\.(?:xls|xlsb|numbers|fods|gsheet)$/i;

/** Whether a path is of something that a learner may have handed in. */
export const isHandedIn = (path: string): boolean => !JUNK.test(path) && !path.endsWith('/');

/** Whether a path is of a workbook, by its name. */
export const isWorkbook = (path: string): boolean => WORKBOOK.test(path);

/**
 * Gathers the files of each learner. Of several attempts that a platform tells apart the newest counts. A folder that holds everything is none of
 * a learner.
 *
 * @param pattern of one's own for paths, with groups called name, id and attempt
 * @returns what each learner handed in, in the order of the files
 */
export function handInsOf(files: readonly HandedFile[], pattern?: RegExp): readonly LearnerFiles[] {
  const handed = files.filter(({ path }) => isHandedIn(path));
  const paths = handed.map(({ path }) => path);
  const places = handInPlaces(paths, pattern, commonFolder(paths).length);
  const groups = new Map<string, { readonly file: HandedFile; readonly place: HandInPlace }[]>();
  for (const [k, file] of handed.entries()) {
    const place = places[k] as HandInPlace;
    const key = foldedName(place.key);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push({ file, place });
  }
  const handIns = [...groups.values()].map(handInOf);
  // What a platform puts beside the hand-ins is none.
  const isNone = ({ layout, files: own }: LearnerFiles): boolean => layout === 'names' && own.length === 0;
  return handIns.every(({ layout }) => layout === 'names') ? handIns : handIns.filter((each) => !isNone(each));
}

interface Handed {
  readonly file: HandedFile;
  readonly place: HandInPlace;
}

function handInOf(group: readonly Handed[]): LearnerFiles {
  const sheets = group.filter(({ file }) => isWorkbook(file.path));
  // A sentence on what to do with them is better than none.
  const workbooks = sheets.length > 0 ? sheets : group.filter(({ file }) => OTHER_SHEET.test(file.path));
  const sorted = [...workbooks].sort(newestFirst);
  const [newest] = sorted;
  const last = newest ?? [...group].sort(newestFirst)[0];
  const [counting, older] =
    newest === undefined || newest.place.layout === 'names'
      ? [sorted, []]
      : parted(sorted, ({ place }) => place.attempt === newest.place.attempt);
  const taken = new Set(workbooks);
  return {
    ...(last as Handed).place,
    late: last?.place.late === true,
    files: counting.map(({ file }) => file),
    older: older.map(({ file }) => file),
    others: group.filter((each) => !taken.has(each)).map(({ file }) => file.path),
  };
}

/** Those of which something holds, and the others. */
const parted = <Item>(
  items: readonly Item[],
  holds: (item: Item) => boolean,
): readonly [readonly Item[], readonly Item[]] => [items.filter(holds), items.filter((item) => !holds(item))];

/** The folders that all paths begin with, with `/` at the end; the files in them are those of several learners. */
function commonFolder(paths: readonly string[]): string {
  const folders = paths.map((path) => path.split('/').slice(0, -1));
  const [first = [], ...others] = folders;
  let depth = others.length === 0 ? 0 : first.length;
  for (const other of others) {
    const differ = first.findIndex((folder, k) => other[k] !== folder);
    depth = differ < 0 ? depth : Math.min(depth, differ);
  }
  return first
    .slice(0, depth)
    .map((folder) => `${folder}/`)
    .join('');
}

/** Of files that only names tell of, the newest attempt: those of the time of the newest, and of its number as a copy; then the older ones. */
export function newestOf(
  files: readonly HandedFile[],
): readonly [newest: readonly HandedFile[], older: readonly HandedFile[]] {
  const sorted = [...files].sort(byTime);
  const [first] = sorted;
  return parted(sorted, ({ path, modified }) => modified === first?.modified && copyOf(path) === copyOf(first.path));
}

function newestFirst(a: Handed, b: Handed): number {
  return (b.place.attempt > a.place.attempt ? 1 : b.place.attempt < a.place.attempt ? -1 : 0) || byTime(a.file, b.file);
}

const byTime = (a: HandedFile, b: HandedFile): number =>
  b.modified - a.modified || copyOf(b.path) - copyOf(a.path) || (a.path < b.path ? -1 : 1);

/** The number of a copy: 2 of "a (2).xlsx" and "a_v2.xlsx", else 0. */
const copyOf = (path: string): number =>
  Number(/(?:\((\d+)\)|v(\d+))\.[^./]*$/iu.exec(path)?.slice(1).find(Boolean) ?? 0);
