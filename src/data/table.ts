import { readCsv } from '../csv/csv.ts';
import { decimalMark, isMissing, numberOf, trimmed } from './cells.ts';
import { type TableColumn, tableColumns } from './columns.ts';
import type { Answers, Data, Example } from './data.ts';
import { type DataFault, DataFaults } from './fault.ts';
import { drawOf, shuffled } from './random.ts';
import { aboutOf, DATA_SEED } from './ready.ts';
import { testCount } from './split.ts';
import { standardised } from './standardise.ts';

/** What of a table is wanted. */
export interface TableChoice {
  /** The names of the columns that the network is to tell; the last column unless given. */
  readonly targets?: readonly string[] | undefined;
  readonly standardise?: boolean | undefined;
  /** The share of the lines that tests, drawn; 0 unless given. */
  readonly test?: number | undefined;
  /** The same seed draws the same lines; 1 unless given. */
  readonly seed?: number | undefined;
}

/** How a table is to be read. */
export interface TableOptions extends TableChoice {
  /** What it is called, such as the name of its file. */
  readonly title: string;
  /** How many samples there can be; any number unless given. */
  readonly most?: number | undefined;
}

/** A line of the table: its cells, and its number. */
interface Line {
  readonly at: number;
  readonly cells: readonly string[];
}

/**
 * Reads training examples from a table as text (CSV): its first line names the columns, each other line is a sample. Cells stand between
 * commas, semicolons or tabs; decimals after points or commas. Numbers of target columns stay numbers; words of a single one are classes, in the
 * order in which they first appear.
 *
 * @throws DataFaults with every fault, each with its line and column
 * @example
 * const data = tableData('a;b;y\n0,5;1;yes\n0,1;2;no\n', { title: 'answers', targets: ['y'] });
 * console.log(data.answers.names); // ['yes', 'no']
 */
export function tableData(text: string, options: TableOptions): Data {
  const { title, standardise = false, test = 0, seed = DATA_SEED, most = Number.POSITIVE_INFINITY } = options;
  const [head, ...lines] = linesOf(text);
  if (head === undefined || lines.length === 0)
    throw new DataFaults({ message: 'has no samples; its first line names the columns, each other line is a sample.' });
  if (lines.length > most)
    throw new DataFaults({ message: `has ${lines.length} lines of samples, but a workbook has room for ${most}.` });
  const { inputs, targets } = tableColumns(head.cells, options.targets);
  const faults: DataFault[] = [...mixedMarks(lines)];
  const fitting = lines.filter(({ cells }) => cells.length === head.cells.length);
  const answers = answersOf(fitting, targets);
  const numeric = answers.kind === 'classes' ? inputs : [...inputs, ...targets];
  faults.push(...lines.flatMap((line) => wrongLength(line, head) ?? wrongCells(line, numeric, targets)));
  if (faults.length > 0) throw new DataFaults(...faults);

  const numbers = ({ cells }: Line, columns: readonly TableColumn[]): readonly number[] =>
    columns.map(({ at }) => numberOf(cells[at] ?? '') ?? 0);
  const [first] = targets;
  const examples = lines.map(
    (line): Example => ({
      inputs: numbers(line, inputs),
      answer:
        answers.kind === 'classes' ? answers.names.indexOf(line.cells[first?.at ?? 0] ?? '') : numbers(line, targets),
      line: line.at,
    }),
  );
  const drawn = shuffled([...examples.keys()], drawOf(seed));
  const tested = new Set(drawn.slice(0, testCount(examples.length, test)));
  const parts = {
    inputs: inputs.map(({ name }) => ({ name })),
    training: examples.filter((_, k) => !tested.has(k)),
    test: examples.filter((_, k) => tested.has(k)),
  };
  return {
    title,
    about: aboutOf('the lines of a table', parts, standardise ? ['standardised'] : []),
    answers,
    ...(standardise ? standardised(parts) : parts),
  };
}

/** The lines that hold anything. */
const linesOf = (text: string): readonly Line[] =>
  readCsv(text)
    .rows.map((cells, k): Line => ({ at: k + 1, cells: cells.map(trimmed) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));

/** Of 1.5 and 1,5 in one table, nobody can tell what 1,234 is. */
function mixedMarks(lines: readonly Line[]): readonly DataFault[] {
  const lineWith = (mark: '.' | ','): number | undefined =>
    lines.find(({ cells }) => cells.some((cell) => decimalMark(cell) === mark))?.at;
  const [point, comma] = [lineWith('.'), lineWith(',')];
  if (point === undefined || comma === undefined) return [];
  return [
    { message: `has numbers with a point (line ${point}) and with a comma (line ${comma}); write all of them alike.` },
  ];
}

/** Words where a single column is asked for that holds more words than numbers; else numbers. */
function answersOf(lines: readonly Line[], targets: readonly TableColumn[]): Answers {
  const [column, ...others] = targets;
  const cells = lines.map((line) => line.cells[column?.at ?? 0] ?? '').filter((cell) => !isMissing(cell));
  const words = cells.filter((cell) => numberOf(cell) === undefined);
  if (others.length === 0 && 2 * words.length > cells.length) return { kind: 'classes', names: [...new Set(cells)] };
  return { kind: 'numbers', names: targets.map(({ name }) => name) };
}

function wrongLength({ at, cells }: Line, head: Line): readonly DataFault[] | undefined {
  const [has, named] = [cells.length, head.cells.length];
  if (has === named) return undefined;
  return [
    { message: `line ${at}: has ${has} ${has === 1 ? 'cell' : 'cells'}, but the first line names ${named} columns.` },
  ];
}

/** Cells without a value, and those without a number where one has to be. */
const wrongCells = (
  { at, cells }: Line,
  numeric: readonly TableColumn[],
  targets: readonly TableColumn[],
): readonly DataFault[] =>
  [...new Set([...numeric, ...targets])].flatMap((column) => {
    const cell = cells[column.at] ?? '';
    const place = `line ${at}, column "${column.name}"`;
    if (isMissing(cell)) {
      const what = cell === '' ? 'is empty' : `"${cell}" is no value`;
      return [{ message: `${place}: ${what}; fill it in, or leave the line out.` }];
    }
    if (!numeric.includes(column) || numberOf(cell) !== undefined) return [];
    return [{ message: `${place}: "${cell.slice(0, 40)}" is not a number; write it like 0.5 or 0,5.` }];
  });
