import { type Csv, csvText, harmless, readCsv } from '../csv/csv.ts';
import { inputError } from '../network/input-error.ts';
import { inQuotes } from '../network/path-text.ts';
import type { MarkedClass, MarkedLearner } from './marked-class.ts';
import { lettersOfName } from './names.ts';

/** A teacher's worksheet or gradebook that was filled in. */
export interface FilledWorksheet {
  readonly text: string;
  /** Which platform it is of, where that is known. */
  readonly platform: string | undefined;
  readonly column: string;
  /** How many marks were put in. */
  readonly filled: number;
  /** What could not be filled in, in sentences. */
  readonly problems: readonly string[];
}

/** How a platform's table is read. Headings are those of the platforms' own import. */
interface Kind {
  readonly platform: string;
  /** Headings by which it is known. */
  readonly has: readonly RegExp[];
  /** The column of the id, and how the id is read there. */
  readonly id: RegExp;
  readonly idIn: (cell: string) => string;
  readonly name: readonly RegExp[];
  /** Columns that may take the mark. */
  readonly mark: RegExp;
  /** A column that says how much a mark can be. */
  readonly most?: RegExp;
  readonly comments?: RegExp;
}

const plain = (cell: string): string => cell.trim();

const kinds: readonly Kind[] = [
  {
    platform: 'Moodle',
    has: [/^Identifier$/, /^Grade$/],
    id: /^Identifier$/,
    idIn: (cell) => /(\d+)\s*$/.exec(cell)?.[1] ?? cell,
    name: [/^Full name$/i],
    mark: /^Grade$/,
    most: /^Maximum grade$/i,
    comments: /^Feedback comments$/i,
  },
  {
    platform: 'Canvas',
    has: [/^Student$/, /^ID$/],
    id: /^ID$/,
    idIn: plain,
    name: [/^Student$/],
    mark: / \(\d+\)$/,
  },
  {
    platform: 'Blackboard',
    has: [/^Username$/, /\|\s*\d+$/],
    id: /^Username$/,
    idIn: plain,
    name: [/^First name$/i, /^Last name$/i],
    mark: /\|\s*\d+$/,
  },
  {
    platform: '',
    has: [],
    id: /^(?:ID|ID number|Student ID|Username|User ID|Login|Email address)$/i,
    idIn: plain,
    name: [/^(?:Name|Full name|Student|Learner)$/i],
    mark: /^(?:Mark|Grade|Score|Points)$/i,
  },
];

/**
 * Fills the marks of a class into a teacher's worksheet or gradebook: everything else stays as it is, so that it can be imported.
 *
 * @param column the heading of the column of marks, where the table has several
 * @throws InputError where there is no such column, or none that tells the learners
 */
export function filledWorksheet(text: string, { learners }: MarkedClass, column?: string): FilledWorksheet {
  const csv = readCsv(text);
  const [head = []] = csv.rows;
  const kind = kinds.find(({ has }) => has.every((heading) => head.some((title) => heading.test(title.trim()))));
  if (kind === undefined) throw inputError('has no headings.');
  const at = (heading: RegExp | undefined): number =>
    heading === undefined ? -1 : head.findIndex((title) => heading.test(title.trim()));
  const mark = markColumn(head, kind, column);
  const id = at(kind.id);
  const names = kind.name.map(at).filter((k) => k >= 0);
  if (id < 0 && names.length === 0) throw inputError('has no column that tells who is who, such as "Name".');

  const marked = learners.filter((learner) => learner.mark !== undefined);
  const most = at(kind.most);
  const possible = csv.rows.find((row) => /^\s*Points Possible\s*$/i.test(row[at(/^Student$/)] ?? ''));
  const comments = at(kind.comments);
  const decimal = decimalOf(csv);
  const taken = new Map<MarkedLearner, number>();
  const problems: string[] = [];
  const rows = csv.rows.map((row, r) => {
    if (r === 0 || row === possible) return row;
    const own = learnerOf(row, { id, names, kind }, marked);
    if (own === undefined) return row;
    if (own === 'several') {
      problems.push(`Row ${r + 1} may be of several learners: ${inQuotes(names.map((k) => row[k] ?? '').join(' '))}.`);
      return row;
    }
    if (taken.has(own)) problems.push(`Rows ${taken.get(own)} and ${r + 1} are both of ${inQuotes(own.name)}.`);
    taken.set(own, r + 1);
    const cells = [...row];
    while (cells.length <= mark) cells.push('');
    cells[mark] = numberText(pointsOf(own, numberOf(row[most]) ?? numberOf(possible?.[mark])), decimal);
    if (comments >= 0 && (cells[comments] ?? '') === '') cells[comments] = harmless(commentOf(own));
    return cells;
  });
  const lost = marked.filter((learner) => !taken.has(learner));
  problems.push(...lost.map(({ name }) => `No row is of ${inQuotes(name)}.`));
  return {
    text: csvText({ ...csv, rows }),
    platform: kind.platform === '' ? undefined : kind.platform,
    column: head[mark] ?? '',
    filled: taken.size,
    problems,
  };
}

function markColumn(head: readonly string[], { mark }: Kind, column: string | undefined): number {
  const fitting = [...head.keys()].filter((k) =>
    column === undefined ? mark.test((head[k] ?? '').trim()) : (head[k] ?? '').trim() === column.trim(),
  );
  const [first] = fitting;
  if (first !== undefined && fitting.length === 1) return first;
  const all = (fitting.length > 1 ? fitting.map((k) => head[k] ?? '') : head)
    .map((title) => inQuotes(title))
    .join(', ');
  throw inputError(
    column !== undefined && fitting.length === 0
      ? `has no column ${inQuotes(column)}; it has: ${all}.`
      : `does not tell which column is to take the marks; name one of: ${all}.`,
    column === undefined ? '' : 'markColumn',
  );
}

function learnerOf(
  row: readonly string[],
  { id, names, kind }: { readonly id: number; readonly names: readonly number[]; readonly kind: Kind },
  marked: readonly MarkedLearner[],
): MarkedLearner | 'several' | undefined {
  const cell = id < 0 ? '' : kind.idIn(row[id] ?? '');
  const byId = cell === '' ? [] : marked.filter((learner) => learner.id === cell);
  if (byId.length === 1) return byId[0];
  const letters = lettersOfName(names.map((k) => row[k] ?? '').join(' '));
  const byName = letters === '' ? [] : marked.filter(({ name }) => lettersOfName(name) === letters);
  // Whoever the platform knows by another number is another one of the same name.
  const own = byName.filter((learner) => learner.id === undefined || cell === '' || kind.platform === '');
  return own.length > 1 ? 'several' : own[0];
}

/** The points of a mark, of as many as the table says that there can be. */
function pointsOf({ mark }: MarkedLearner, most: number | undefined): number {
  if (mark === undefined) return 0;
  if (most === undefined || mark.outOf === 0 || most === mark.outOf) return mark.points;
  return Math.round((100 * most * mark.points) / mark.outOf) / 100;
}

function numberOf(cell: string | undefined): number | undefined {
  const text = (cell ?? '').trim().replace(',', '.');
  return /^\d+(?:\.\d+)?$/.test(text) && Number(text) > 0 ? Number(text) : undefined;
}

/** Whether numbers in a table have a comma. */
const decimalOf = ({ rows, delimiter }: Csv): string =>
  delimiter !== ',' && rows.some((row) => row.some((cell) => /^\d+,\d+$/.test(cell.trim()))) ? ',' : '.';

const numberText = (value: number, decimal: string): string => String(value).replace('.', decimal);

const commentOf = ({ mark }: MarkedLearner): string =>
  mark === undefined ? '' : `${mark.right} of ${mark.of} quantities are right.`;
