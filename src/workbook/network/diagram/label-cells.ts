import { stageNumber } from '../../../model/layer-stages.ts';
import { trainedOf } from '../../../quantities/topology.ts';
import type { SheetDraft } from '../../../sheet/draft.ts';
import type { Book } from '../../book.ts';
import { live } from '../../numbers/live.ts';
import { diagramWords } from '../words.ts';
import type { WeightLabel } from './layout.ts';
import { fromStage } from './stage.ts';
import { newWeightValue, stepValue } from './step.ts';
import { diagramStyles } from './styles.ts';
import { choosesSample, diagramValue, meanGradientValue, reactionValue } from './values.ts';

/** A weight: its name, its number and its new one; below them its gradient, and its step or of several samples its mean gradient. */
export function writeLabel(sheet: SheetDraft, book: Book, label: WeightLabel): void {
  const { name, row, layer, column, numberColumn, nextColumn } = label;
  const { topology } = book;
  const { labels } = diagramWords;
  sheet.put(row, column, label.from === undefined ? labels.bias(name) : labels.weight(name), diagramStyles.label.name);
  const { formula, value } = diagramValue(book, name);
  sheet.put(row, numberColumn, live(formula, value), diagramStyles.label.number);
  if (!trainedOf(topology).some((each) => each.name === name)) {
    sheet.put(row + 1, numberColumn, labels.fixed, diagramStyles.formula);
    return;
  }
  const [gradients, update] = [stageNumber(topology, 'gradients', layer), stageNumber(topology, 'update')];
  sheet.put(row, nextColumn, fromStage(update, newWeightValue(book, name)), diagramStyles.label.next);
  sheet.put(row + 1, column, labels.gradient(name), diagramStyles.label.gradientName);
  sheet.put(row + 1, numberColumn, fromStage(gradients, reactionValue(book, name)), diagramStyles.label.gradient);
  const third = choosesSample(book)
    ? fromStage(gradients, meanGradientValue(book, name))
    : fromStage(update, stepValue(book, name));
  sheet.put(row + 1, nextColumn, third, diagramStyles.label.step);
}
