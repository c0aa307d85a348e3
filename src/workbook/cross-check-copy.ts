import type { Worksheet } from 'exceljs';
import { initialValues, LEARNING_RATE } from '../spec/topology.ts';
import { absolute, onSheet, relative } from './address.ts';
import type { Book } from './book.ts';
import { crossCheckWords as words } from './cross-check-words.ts';
import { LEARNING_RATE_CELL, rateSheet } from './layout.ts';
import { colors, ink, shades } from './palette.ts';
import { live, put } from './sheet.ts';
import { header, look } from './style.ts';

/** Columns of the copy of what was given, counted from 1. */
export const copyColumns = { name: 2, made: 3, now: 4, changed: 5, flag: 6 } as const;

/** The first row of the copy. */
export const FIRST_COPY_ROW = 7;

/** A number that the workbook was made with: where it stands now, and the flag that sets it. */
interface Given {
  readonly name: string;
  readonly value: number;
  readonly cell: string;
  /** What stands before the number on the command line. */
  readonly flag: string;
  /** Learning rates are given all or none, so each shows its flag as soon as one of them changed. */
  readonly rate: boolean;
}

/** Every number that a person may change: the initial values, then the learning rates. */
export function givenNumbers({ topology, initial, traces }: Book): readonly Given[] {
  const rateCell = absolute(LEARNING_RATE_CELL.row, LEARNING_RATE_CELL.column);
  return [
    ...initialValues(topology).map(({ name, value }) => ({
      name,
      value,
      cell: initial.reference(name),
      flag: ` --set ${name}=`,
      rate: false,
    })),
    ...traces.map(({ learningRate }, k) => ({
      name: `${LEARNING_RATE} ${k + 1}`,
      value: learningRate,
      cell: onSheet(rateSheet(learningRate), rateCell),
      flag: k === 0 ? ' -r ' : ' ',
      rate: true,
    })),
  ];
}

/** A copy of what was given when the workbook was made, beside what stands there now. */
export function writeCopy(sheet: Worksheet, book: Book): void {
  const given = givenNumbers(book);
  const heads = [words.start.name, words.start.made, words.start.now, words.start.changed, words.start.flag];
  for (const [k, text] of heads.entries())
    put(sheet, FIRST_COPY_ROW - 1, copyColumns.name + k, text, header.name(ink, false));
  const bottom = ['hair', colors.hair] as const;
  const firstRate = given.findIndex((item) => item.rate);
  const rateMarks = [FIRST_COPY_ROW + firstRate, FIRST_COPY_ROW + given.length - 1]
    .map((row) => absolute(row, copyColumns.changed))
    .join(':');
  for (const [k, item] of given.entries()) {
    const row = FIRST_COPY_ROW + k;
    const [made, now, changed] = [copyColumns.made, copyColumns.now, copyColumns.changed].map((column) =>
      relative(row, column),
    );
    // A decimal comma, where the program shows one, is not what the command line wants.
    const text = `"${item.flag}"&SUBSTITUTE(${now}&"",",",".")`;
    const shown = item.rate ? `COUNTIF(${rateMarks},"${words.changedMark}")>0` : `${changed}="${words.changedMark}"`;
    const number = (color: string): ReturnType<typeof look> =>
      look({ color, format: 'General', align: 'center', bottom });
    put(sheet, row, copyColumns.name, item.name, look({ bold: true, align: 'center', bottom }));
    put(sheet, row, copyColumns.made, item.value, number(colors.text));
    put(sheet, row, copyColumns.now, live(item.cell, item.value), number(colors.otherSheet));
    const mark = look({ bold: true, color: shades.error.strong, align: 'center', bottom });
    put(sheet, row, copyColumns.changed, live(`IF(${now}=${made},"","${words.changedMark}")`, ''), mark);
    put(
      sheet,
      row,
      copyColumns.flag,
      live(`IF(${shown},${text},"")`, ''),
      look({ size: 9, color: colors.muted, bottom }),
    );
  }
}
