import type { Workbook } from 'exceljs';
import { initialValues } from '../spec/topology.ts';
import { absolute, onSheet } from './address.ts';
import type { Book } from './book.ts';
import { initialName, NETWORK_SHEET } from './layout.ts';
import { colors, shades, tabColors } from './palette.ts';
import { addSheet, put, type Sheet, setHeights, setWidths } from './sheet.ts';
import { formats, look, styles } from './style.ts';
import { words } from './words.ts';

/** The sheet of initial values: type over one and every other sheet follows. */
export function networkSheet(workbook: Workbook, { network, topology, initial: layout }: Book): Sheet {
  const first = layout.blocks[0]?.names[0] ?? '';
  const sheet = addSheet(workbook, NETWORK_SHEET, {
    tabColor: tabColors.network,
    selected: `C${layout.row(first)}`,
  });
  setWidths(sheet, [16, 122, 88]);
  setHeights(sheet, [36, 22, 8]);
  put(sheet, 1, 2, network.title, styles.sheetTitle);
  put(sheet, 2, 2, words.network.use, styles.subtitle);

  const values = new Map(initialValues(topology).map((initial) => [initial.name, initial.value]));
  for (const block of layout.blocks) {
    const shade = shades[block.role];
    const bar = look({ bold: true, size: 11, color: colors.white, fill: shade.strong, indent: 1, align: 'left' });
    put(sheet, block.row, layout.nameColumn, block.title, bar);
    put(sheet, block.row, layout.valueColumn, null, bar);
    const label = look({ bold: true, size: 11, color: shade.strong, fill: shade.wash, indent: 1, align: 'left' });
    for (const name of block.names) {
      const row = layout.row(name);
      put(sheet, row, layout.nameColumn, name, label);
      put(sheet, row, layout.valueColumn, values.get(name) ?? 0, styles.typed(formats.input));
      sheet.getCell(row, layout.valueColumn).dataValidation = {
        type: 'decimal',
        operator: 'between',
        formulae: [-1e9, 1e9],
        allowBlank: false,
        showErrorMessage: true,
        errorTitle: words.network.notANumber.title,
        error: words.network.notANumber.text,
      };
      workbook.definedNames.add(onSheet(NETWORK_SHEET, absolute(row, layout.valueColumn)), initialName(name));
    }
  }
  return { name: NETWORK_SHEET, charts: [] };
}
