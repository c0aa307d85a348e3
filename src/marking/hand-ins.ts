import { foldedName } from '../classroom/learners.ts';
import { type HandInPlace, handInPlaces } from './layouts.ts';

/** A file that was handed in. */
export interface HandedFile {
  /** Its path within what was downloaded, with `/` between its parts. */
  readonly path: string;
  /** When it was changed last, in any unit; later is more. */
  readonly modified: number;
}

/** What a learner handed in. */
export interface HandIn extends HandInPlace {
  /** The workbooks of the newest attempt, the newest first. One that was handed in beside others may be the one that counts. */
  readonly files: readonly string[];
  /** Workbooks of older attempts, which do not count. */
  readonly older: readonly string[];
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
 * Gathers the files of each learner. Of several attempts the newest counts: by its time where the platform names it, and of files that are only
 * named for a learner by the time of their last change.
 *
 * @param pattern of one's own for paths, with groups called name, id and attempt
 * @returns what each learner handed in, in the order of the files
 */
export function handInsOf(files: readonly HandedFile[], pattern?: RegExp): readonly HandIn[] {
  const handed = files.filter(({ path }) => isHandedIn(path));
  const places = handInPlaces(
    handed.map(({ path }) => path),
    pattern,
  );
  const groups = new Map<string, { readonly file: HandedFile; readonly place: HandInPlace }[]>();
  for (const [k, file] of handed.entries()) {
    const place = places[k] as HandInPlace;
    const key = foldedName(place.key);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push({ file, place });
  }
  return [...groups.values()].map(handInOf);
}

interface Handed {
  readonly file: HandedFile;
  readonly place: HandInPlace;
}

function handInOf(group: readonly Handed[]): HandIn {
  const sheets = group.filter(({ file }) => isWorkbook(file.path));
  // A sentence on what to do with them is better than none.
  const workbooks = sheets.length > 0 ? sheets : group.filter(({ file }) => OTHER_SHEET.test(file.path));
  const sorted = [...workbooks].sort(newestFirst);
  const [newest] = sorted;
  const last = newest ?? [...group].sort(newestFirst)[0];
  const counts = ({ place, file }: Handed): boolean =>
    newest !== undefined && place.attempt === newest.place.attempt && isTogether(place, file, newest.file);
  const taken = new Set(workbooks);
  return {
    ...(last as Handed).place,
    late: last?.place.late === true,
    files: sorted.filter(counts).map(({ file }) => file.path),
    older: sorted.filter((each) => !counts(each)).map(({ file }) => file.path),
    others: group.filter((each) => !taken.has(each)).map(({ file }) => file.path),
  };
}

/** Files of a platform's attempt were handed in together; of others only the time tells, and a copy's number. */
const isTogether = ({ layout }: HandInPlace, file: HandedFile, newest: HandedFile): boolean =>
  layout !== 'names' || (file.modified === newest.modified && copyOf(file.path) === copyOf(newest.path));

function newestFirst(a: Handed, b: Handed): number {
  return (
    (b.place.attempt > a.place.attempt ? 1 : b.place.attempt < a.place.attempt ? -1 : 0) ||
    b.file.modified - a.file.modified ||
    copyOf(b.file.path) - copyOf(a.file.path) ||
    (a.file.path < b.file.path ? -1 : 1)
  );
}

/** The number of a copy: 2 of "a (2).xlsx" and "a_v2.xlsx", else 0. */
const copyOf = (path: string): number =>
  Number(/(?:\((\d+)\)|v(\d+))\.[^./]*$/iu.exec(path)?.slice(1).find(Boolean) ?? 0);
