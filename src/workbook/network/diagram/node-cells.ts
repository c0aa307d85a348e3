import { stageNumber } from '../../../model/layer-stages.ts';
import { TOTAL_ERROR } from '../../../quantities/topology.ts';
import type { SheetDraft } from '../../../sheet/draft.ts';
import type { Book } from '../../book.ts';
import { formats } from '../../look/style.ts';
import { live } from '../../numbers/live.ts';
import { diagramWords } from '../words.ts';
import type { DiagramNode } from './layout.ts';
import { asText, sharesOf } from './shares.ts';
import { fromStage } from './stage.ts';
import { diagramStyles, functionStyle } from './styles.ts';
import type { DiagramTexts } from './texts.ts';
import { choosesSample, diagramValue, reactionValue, slopeValue } from './values.ts';

/** Rows of a node's cells, counted from its first. */
export const nodeRows = { name: 0, value: 1, backName: 2, backValue: 3, made: 4 } as const;

/** An input: its name and its number. */
export function writeInput(sheet: SheetDraft, book: Book, { parts, row }: DiagramNode): void {
  for (const { name, column } of parts) {
    sheet.put(row + nodeRows.name, column, name, diagramStyles.name('input'));
    const { formula, value } = diagramValue(book, name);
    sheet.put(row + nodeRows.value, column, live(formula, value), diagramStyles.value(formats.given));
  }
}

/** A unit: net input and activation, below each how the error reacts to it, and what these two are made of. */
export function writeUnit(sheet: SheetDraft, book: Book, node: DiagramNode, texts: DiagramTexts): void {
  const { topology } = book;
  const { parts, row, layer, symbolColumn } = node;
  const [netInput, activation] = parts;
  if (netInput === undefined || activation === undefined) return;
  const stages = [
    [stageNumber(topology, 'net-inputs', layer), stageNumber(topology, 'deltas', layer)],
    [stageNumber(topology, 'activations', layer), stageNumber(topology, 'reactions', layer)],
  ] as const;
  for (let column = netInput.column; column <= activation.column; column++)
    for (const down of Object.values(nodeRows))
      if (symbolColumn !== undefined || column === netInput.column || column === activation.column)
        sheet.put(row + down, column, null, down < nodeRows.backName ? diagramStyles.forward : diagramStyles.back);
  for (const [k, { name, column }] of parts.entries()) {
    const [forward, backward] = stages[k] ?? [1, 1];
    sheet.put(row + nodeRows.name, column, name, diagramStyles.name('forward'));
    sheet.put(
      row + nodeRows.value,
      column,
      fromStage(forward, diagramValue(book, name)),
      diagramStyles.value(formats.four, 'forward'),
    );
    sheet.put(row + nodeRows.backName, column, diagramWords.reaction(name), diagramStyles.backName);
    sheet.put(
      row + nodeRows.backValue,
      column,
      fromStage(backward, reactionValue(book, name)),
      diagramStyles.backValue,
    );
  }
  const [[, deltas], [, reactions]] = stages;
  const shares = sharesOf(book, node);
  if (shares !== undefined)
    sheet.put(row + nodeRows.made, activation.column, fromStage(reactions, shares), diagramStyles.shares);
  const own = fromStage(deltas, slopeValue(book, activation.name, netInput.name));
  if (symbolColumn === undefined) {
    // All outputs of the layer depend on the net input: each adds its share.
    const sum = fromStage(deltas, asText(diagramWords.sharesOfLayer));
    sheet.put(row + nodeRows.made, netInput.column, sum, diagramStyles.shares);
    sheet.put(row + nodeRows.made, activation.column, own, diagramStyles.slope(formats.slope(diagramWords.ownSlope)));
    return;
  }
  const symbol = texts.symbol(activation.name);
  const slope = diagramWords.slope(symbol.length === 1 && symbol !== '=' ? symbol : 'f');
  sheet.put(row + nodeRows.value, symbolColumn, symbol, functionStyle);
  sheet.put(row + nodeRows.backValue, symbolColumn, `·${slope}`, diagramStyles.backName);
  sheet.put(row + nodeRows.made, netInput.column, own, diagramStyles.slope(formats.slope(slope)));
}

/** The error of an output, the target that it is compared with, and where the way back begins. */
export function writeError(sheet: SheetDraft, book: Book, node: DiagramNode, texts: DiagramTexts): void {
  const { errors } = book.topology;
  const { target = '', output = '' } = errors[node.position] ?? {};
  const stage = stageNumber(book.topology, 'error');
  for (const { name, column } of node.parts) {
    const at = diagramValue(book, target);
    sheet.put(node.row + nodeRows.name, column, name, diagramStyles.name('error'));
    sheet.put(
      node.row + nodeRows.value,
      column,
      fromStage(stage, diagramValue(book, name)),
      diagramStyles.value(formats.six),
    );
    sheet.put(node.row + 2, column, diagramWords.labels.target(target), diagramStyles.name('target'));
    sheet.put(node.row + 3, column, live(at.formula, at.value), diagramStyles.value(formats.given));
    sheet.put(node.row + nodeRows.made, column, texts.loss(output), diagramStyles.formula);
  }
}

/** The total error; of one of several samples, with the mean over all of them below it. */
export function writeTotal(sheet: SheetDraft, book: Book, node: DiagramNode, texts: DiagramTexts): void {
  const stage = stageNumber(book.topology, 'error');
  for (const { name, column } of node.parts) {
    sheet.put(node.row + nodeRows.name, column, name, diagramStyles.totalName);
    sheet.put(node.row + nodeRows.value, column, fromStage(stage, diagramValue(book, name)), diagramStyles.totalValue);
    sheet.put(node.row + 2, column, texts.formula(name), diagramStyles.formula);
    if (!choosesSample(book)) {
      sheet.put(node.row + 3, column, diagramWords.ofTotal, diagramStyles.formula);
      continue;
    }
    const samples = book.topology.passes.length;
    sheet.put(node.row + 3, column, diagramWords.meanOf(TOTAL_ERROR, samples), diagramStyles.formula);
    sheet.put(
      node.row + 4,
      column,
      fromStage(stage, diagramValue(book, TOTAL_ERROR)),
      diagramStyles.value(formats.six),
    );
  }
}
