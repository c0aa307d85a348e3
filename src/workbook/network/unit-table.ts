import { reachedBy } from '../../model/backward.ts';
import type { Role } from '../../model/column.ts';
import { stageNumber } from '../../model/layer-stages.ts';
import { movesByGradient } from '../../model/update.ts';
import { trainedOf } from '../../quantities/topology.ts';
import type { Formula } from '../../sheet/cell.ts';
import type { SheetDraft } from '../../sheet/draft.ts';
import { look } from '../../sheet/look.ts';
import type { Book } from '../book.ts';
import { colors, type Shades, shades } from '../look/palette.ts';
import { formatOf, styles } from '../look/style.ts';
import type { Panel } from './diagram/panel.ts';
import type { Position } from './diagram/position.ts';
import { DIAGRAM_LIMITS } from './diagram/rows.ts';
import { fromStage } from './diagram/stage.ts';
import { newWeightValue, stepValue } from './diagram/step.ts';
import {
  choosesSample,
  diagramTotal,
  diagramValue,
  meanGradientValue,
  reactionValue,
  slopeValue,
} from './diagram/values.ts';
import { diagramWords } from './words.ts';

/** A line of a table: a name, and the numbers beside it; undefined where there is none. */
interface Line {
  readonly name: string;
  readonly role: Role;
  readonly numbers: readonly (TableNumber | undefined)[];
}

/** A number, what it is, and from which stage on it is shown. */
interface TableNumber {
  readonly role: Role;
  readonly stage: number;
  readonly value: Formula;
}

const COLUMN_WIDTH = 96;

/** What stands for the diagram of a large network: every unit, then the errors, then every weight, forward and backward, with live numbers. */
export function unitTablePanel(book: Book, origin: Position): Panel {
  const { units, error, weights } = diagramWords.table;
  const sentences = diagramWords.leftOut(DIAGRAM_LIMITS.layers, DIAGRAM_LIMITS.units);
  const { backCaptions } = diagramWords;
  const step = movesByGradient(book.topology) ? backCaptions.step : backCaptions.otherStep;
  const third = choosesSample(book) ? backCaptions.mean(book.topology.passes.length) : step;
  const tables = [
    { head: units, lines: unitLines(book) },
    { head: [error, ''], lines: errorLines(book) },
    { head: [...weights, third], lines: weightLines(book) },
  ];
  const headRows = tables.map((_, k) =>
    tables.slice(0, k).reduce((row, { lines }) => row + lines.length + 2, origin.row + sentences.length + 1),
  );
  return {
    widths: Array.from({ length: units.length }, () => COLUMN_WIDTH),
    headingColumn: origin.column + units.length - 1,
    lastRow: (headRows.at(-1) ?? 0) + (tables.at(-1)?.lines.length ?? 0),
    write: (sheet) => {
      for (const [k, line] of sentences.entries()) sheet.put(origin.row + k, origin.column, line, styles.subtitle);
      for (const [k, { head, lines }] of tables.entries())
        writeTable(sheet, { row: headRows[k] ?? 0, column: origin.column }, head, lines);
      return [];
    },
  };
}

/** Of each unit what goes forward, and how the error reacts to it; the slope of a function of its own stands between. */
function unitLines(book: Book): readonly Line[] {
  const { topology } = book;
  return topology.layers.flatMap((layer, l) => {
    const stage = (kind: Parameters<typeof stageNumber>[1]): number => stageNumber(topology, kind, l);
    return layer.units.map(({ netInput, activation }, u): Line => {
      const own = reachedBy(layer, u).length === 1;
      return {
        name: netInput,
        role: 'forward',
        numbers: [
          { role: 'forward', stage: stage('net-inputs'), value: diagramValue(book, netInput) },
          { role: 'forward', stage: stage('activations'), value: diagramValue(book, activation) },
          { role: 'factor', stage: stage('reactions'), value: reactionValue(book, activation) },
          own ? { role: 'factor', stage: stage('deltas'), value: slopeValue(book, activation, netInput) } : undefined,
          { role: 'factor', stage: stage('deltas'), value: reactionValue(book, netInput) },
        ],
      };
    });
  });
}

function errorLines(book: Book): readonly Line[] {
  const { topology } = book;
  const stage = stageNumber(topology, 'error');
  const line = (name: string, role: Role): Line => ({
    name,
    role,
    numbers: [{ role, stage, value: diagramValue(book, name) }],
  });
  return [...topology.errors.map(({ name }) => line(name, 'error')), line(diagramTotal(topology), 'total')];
}

/** Of each weight and bias its number, its gradient, the new one, and the step or of several samples the mean gradient. */
function weightLines(book: Book): readonly Line[] {
  const { topology } = book;
  const update = stageNumber(topology, 'update');
  const layerOf = new Map(
    topology.layers.flatMap(({ units, biases }, l) =>
      [...units.flatMap(({ weights }) => weights), ...biases].map(({ name }) => [name, l] as const),
    ),
  );
  return trainedOf(topology).map(({ name }): Line => {
    const gradients = stageNumber(topology, 'gradients', layerOf.get(name));
    return {
      name,
      role: 'weight',
      numbers: [
        { role: 'weight', stage: 1, value: diagramValue(book, name) },
        { role: 'gradient', stage: gradients, value: reactionValue(book, name) },
        { role: 'weight', stage: update, value: newWeightValue(book, name) },
        choosesSample(book)
          ? { role: 'gradient', stage: gradients, value: meanGradientValue(book, name) }
          : { role: 'gradient', stage: update, value: stepValue(book, name) },
      ],
    };
  });
}

function writeTable(
  sheet: SheetDraft,
  { row, column }: Position,
  head: readonly string[],
  lines: readonly Line[],
): void {
  for (const [k, text] of head.entries()) sheet.put(row, column + k, text === '' ? null : text, styles.head);
  for (const [l, { name, numbers, role }] of lines.entries()) {
    sheet.put(row + 1 + l, column, name, nameLook(shades[role]));
    for (const [k, number] of numbers.entries())
      if (number !== undefined)
        sheet.put(row + 1 + l, column + 1 + k, fromStage(number.stage, number.value), numberLook(number.role));
  }
}

const bottom = ['hair', colors.hair] as const;

const nameLook = ({ strong, wash }: Shades) => look({ bold: true, color: strong, fill: wash, align: 'center', bottom });

const numberLook = (role: Role) =>
  look({
    bold: role === 'total',
    color: role === 'total' ? colors.totalText : colors.otherSheet,
    format: formatOf(role),
    align: 'center',
    shrink: true,
    bottom,
  });
