import { formulaText } from '../../expression/text.ts';
import { columnsOf } from '../../model/quantities.ts';
import { newValue } from '../../model/update.ts';
import { errorBy, quantityName } from '../../quantities/quantity.ts';
import { firstView } from '../../quantities/view.ts';
import { absolute, onSheet, relative } from '../../sheet/address.ts';
import type { SheetCell } from '../../sheet/cell.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import type { Trace } from '../../training/trace.ts';
import { type Book, linkTo } from '../book.ts';
import { NONE } from '../course.ts';
import type { TableLayout } from '../layout.ts';
import { LEARNING_RATE_CELL } from '../layout.ts';
import { colors, shades } from '../look/palette.ts';
import { formats, styles } from '../look/style.ts';
import { live } from '../numbers/live.ts';
import { STEPS_SHEET } from '../steps/layout.ts';
import type { Contents } from '../tab.ts';
import { words } from '../words.ts';
import { writeRunEnd } from './run-end.ts';
import type { TableSizes } from './sizes.ts';

/** What the band above a table shows. */
export interface BandContents extends Book {
  readonly trace: Trace;
  /** Position among the learning rates, counted from 0. */
  readonly position: number;
  /** What the workbook holds, to lead there. */
  readonly tabs: Contents;
}

/** The first row of links, summary and charts. */
const FIRST_ROW = 3;

/** Outputs that the summary has room for. */
const MOST_OUTPUTS = 3;

/** The row of the summary that tells which iteration is shown on Steps, if it is one of this sheet. */
export const SHOWN_ROW = 9;

/** The cell that holds the iteration shown on Steps. */
export const shownCell = (sizes: TableSizes): string => absolute(SHOWN_ROW, sizes.bandEnd);

/** Title, learning rate, links and summary, above the table and beside the charts. */
export function writeBand(sheet: SheetDraft, contents: BandContents): void {
  const end = contents.sizes.bandEnd;
  writeLearningRate(sheet, contents.trace.learningRate);
  const { noRate } = words.table;
  const title = words.table.title(contents.topology.givenRate, contents.names?.[contents.position]);
  const rate = absolute(LEARNING_RATE_CELL.row, LEARNING_RATE_CELL.column);
  // The Delete key and pasting pass by the cell's validation.
  const checked = `IF(ISNUMBER(${rate}),IF(${rate}>0,"${title}","${noRate}"),"${noRate}")`;
  sheet.put(1, 2, live(checked, title), styles.tableTitle);
  const update = formulaText(newValue(contents.topology.optimizer, 'w'));
  const reading = relative(1, end + 1);
  sheet.put(1, end + 1, writeRunEnd(sheet, contents, contents.trace, words.table.reading(update)), styles.subtitle);
  const mark = { bold: true, color: shades.error.strong };
  sheet.mark(reading, { priority: 3, formula: `LEFT(${reading},1)="✗"`, mark });
  const links = contents.tabs.flatMap(({ first, link }) => (link === undefined ? [] : [linkTo(first, 'A1', link)]));
  for (const [k, link] of links.entries()) sheet.put(FIRST_ROW + k, 1, link, styles.link);
  for (const [k, line] of summary(contents).entries()) {
    const row = line.row ?? FIRST_ROW + k;
    sheet.put(row, 2, line.label, look({ color: colors.muted, bottom: ['hair', colors.hair] }));
    for (let column = 3; column < end; column++) sheet.put(row, column, null, look({ bottom: ['hair', colors.hair] }));
    const style = look({
      bold: true,
      format: line.format,
      align: 'right',
      shrink: true,
      bottom: ['hair', colors.hair],
    });
    sheet.put(row, end, live(line.formula, line.value), style);
  }
}

function writeLearningRate(sheet: SheetDraft, learningRate: number): void {
  const { row, column } = LEARNING_RATE_CELL;
  const typed = { color: colors.typed, fill: colors.typedFill, box: colors.typedBorder } as const;
  sheet.put(
    row,
    column,
    learningRate,
    look({ ...typed, size: 12, bold: true, format: formats.plain, align: 'center', shrink: true }),
    {
      validation: {
        allowed: { kind: 'decimal', above: 0 },
        prompt: words.table.rateHint,
        refusal: words.table.notARate,
      },
    },
  );
}

interface SummaryLine {
  readonly label: string;
  readonly formula: string;
  readonly value: number | string;
  readonly format: string;
  /** Where it does not simply follow the line before. */
  readonly row?: number;
}

/** A number, or a dash where there is none: the title says why. */
const orNone = (formula: string, value: number): Pick<SummaryLine, 'formula' | 'value'> => ({
  formula: `IFERROR(${formula},"${NONE}")`,
  value: Number.isFinite(value) ? value : NONE,
});

/** The run in a few numbers, all live. */
function summary({ topology, table, trace, steps, choice, position }: BandContents): readonly SummaryLine[] {
  const lastOf = (name: string): number => trace.row(table.iterations)[table.column(name) - 2] ?? Number.NaN;
  const { curve } = topology;
  const first = trace.row(1)[table.column(curve) - 2] ?? Number.NaN;
  const last = lastOf(curve);
  const firstCell = table.cell(curve, 1);
  const lastCell = table.cell(curve, table.iterations);
  const ratio = last / first;
  const outputs = firstView(topology)
    .errors.slice(0, MOST_OUTPUTS)
    .map(({ output, target }): SummaryLine => {
      return {
        label: words.table.output(output, target),
        ...orNone(table.cell(output, table.iterations), lastOf(output)),
        format: formats.summary,
      };
    });
  const shownHere = `${onSheet(STEPS_SHEET, steps.positionCell)}=${position + 1}`;
  const shown: SummaryLine = {
    label: words.table.shown,
    formula: `IF(${shownHere},${onSheet(STEPS_SHEET, steps.iterationCell)},"–")`,
    value: choice.rate === position ? choice.iteration : '–',
    format: '0',
    row: SHOWN_ROW,
  };
  return [
    { label: words.table.first(curve), ...orNone(firstCell, first), format: formats.summary },
    { label: words.table.last(curve, table.iterations), ...orNone(lastCell, last), format: formats.summary },
    { label: words.table.ratio, ...orNone(`${lastCell}/${firstCell}`, ratio), format: formats.ratio },
    ...outputs,
    shown,
  ];
}

/** A step of the chain rule: the column that it makes, and its formula in symbols. */
interface ChainStep {
  readonly name: string;
  readonly text: string;
}

/** The way of the chain rule in a few lines, printed from the columns themselves: one weight of each of the last two layers. */
export function chainRule({ topology, table }: Book): readonly ChainStep[] {
  const columns = columnsOf(table.groups);
  const { layers } = firstView(topology);
  const [pass] = topology.passes;
  const wanted = [layers.at(-1)?.units[0], layers.at(-2)?.units[0]].flatMap((unit, k) => {
    const [weight] = unit?.weights ?? [];
    if (pass === undefined || unit === undefined || weight === undefined) return [];
    const reach = k === 0 ? [] : [errorBy(pass, unit.activation)];
    return [...reach, errorBy(pass, unit.netInput), errorBy(pass, weight.name)];
  });
  return wanted.flatMap((quantity) => {
    const found = columns.find(({ name }) => name === quantityName(quantity));
    return found?.rule.kind === 'computed'
      ? [{ name: found.name, text: `${found.name} = ${formulaText(found.rule.formula)}` }]
      : [];
  });
}

/** These lines with their heading, from the first row of the band on; nothing where there are none. */
export function chainRuleCells(steps: readonly ChainStep[], column: number): readonly SheetCell[] {
  if (steps.length === 0) return [];
  const color = shades.factor.strong;
  return [
    { row: FIRST_ROW, column, content: words.table.chainRule, look: look({ size: 12, bold: true, color }) },
    ...steps.map(({ text }, k) => ({
      row: FIRST_ROW + 1 + k,
      column,
      content: text,
      look: look({ size: 11, italic: true, color }),
    })),
  ];
}

/** The column above which these lines stand, counted from 1: the first chain factor; past the table when there is none. */
export function chainRuleColumn(table: TableLayout): number {
  const found = columnsOf(table.groups).find(({ role }) => role === 'factor');
  return found === undefined ? table.lastColumn + 1 : table.column(found.name);
}
