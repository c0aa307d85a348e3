import type { SheetDraft } from '../../sheet/draft.ts';
import { type Look, look } from '../../sheet/look.ts';
import { colors, ink, shades } from '../look/palette.ts';
import { formats, header, styles } from '../look/style.ts';
import { saysMissing } from '../numbers/fallback.ts';
import { live } from '../numbers/live.ts';
import { axisColumns, outputColumns, sampleColumns } from './layout.ts';
import { margin, rangeOf, rangeSteps, singleMargin, singleStep } from './numbers.ts';
import type { SurfaceParts } from './surface.ts';
import { LEVELS, surfaceTyped, typedLevel } from './typed.ts';
import { LEAST } from './weights.ts';
import { surfaceWords } from './words.ts';

const numberStyle = (color: string = colors.black, format: string = formats.plain): Look =>
  look({ format, color, align: 'center', bottom: ['hair', colors.hair] });
const headStyle = header.name(ink, false);
const axisStyle = numberStyle(colors.black, formats.given);

/** Halves, and targets on the line, go up in every program, as they would not where one of them is off by a last digit. */
const ASIDE = 0.000001;

/** Columns of the samples that a curve needs. */
const MOST_OF_A_CURVE: readonly number[] = [sampleColumns.number, sampleColumns.x, sampleColumns.target];

/** Where the grid lies: two thirds of each axis are the range of the samples. */
export function writeAxes(sheet: SheetDraft, surface: SurfaceParts): void {
  const { plan, layout, numbers } = surface;
  const { working, axesRow } = layout;
  const typed = surfaceTyped(surface);
  for (const [k, text] of surfaceWords.axes.entries()) sheet.put(axesRow, working + k, text, headStyle);
  for (const [axis, of] of numbers.axes.entries()) {
    const row = axesRow + 1 + axis;
    const at = (column: keyof typeof axisColumns): number => working + axisColumns[column];
    const put = (column: keyof typeof axisColumns, formula: string, value: number): void =>
      sheet.put(row, at(column), live(formula, value), column === 'number' ? numberStyle() : axisStyle);
    const [low, high] = [layout.axis(axis, 'lowest'), layout.axis(axis, 'highest')];
    const single = (yes: number, no: string): string => `IF(${high}=${low},${yes},${no})`;
    const cells = layout.samples(axis === 0 ? sampleColumns.x : sampleColumns.y);
    sheet.put(row, at('name'), surfaceWords.axisNames[axis] ?? '', numberStyle(shades.input.strong));
    const chosen = typed.axes?.[axis];
    if (chosen === undefined) sheet.put(row, at('number'), of.number, numberStyle());
    else put('number', chosen.of.formula, of.number);
    put('lowest', `MIN(${cells})`, of.lowest);
    put('highest', `MAX(${cells})`, of.highest);
    const before = `${single(singleMargin(plan.rows), String(margin(plan.rows)))}`;
    put('first', `${low}-${before}*${layout.axis(axis, 'step')}`, of.first);
    put('step', single(singleStep(plan.rows), `(${high}-${low})/${rangeSteps(plan.rows)}`), of.step);
  }
}

/** Which output is drawn, where its line lies, and what its colours end with. */
export function writeOutput(sheet: SheetDraft, surface: SurfaceParts): void {
  const { book, plan, layout, numbers } = surface;
  if (plan.classes) return;
  const { working, drawnRow } = layout;
  const typed = typedLevel(surface);
  const titles = typed === undefined ? surfaceWords.drawn.slice(0, outputColumns.typed) : surfaceWords.drawn;
  for (const [k, text] of titles.entries()) sheet.put(drawnRow, working + k, text, headStyle);
  const row = drawnRow + 1;
  const at = (column: keyof typeof outputColumns): number => working + outputColumns[column];
  const range = rangeOf(book.topology);
  sheet.put(row, at('name'), surfaceWords.curve.output, numberStyle(shades.forward.strong));
  const { output } = surfaceTyped(surface);
  if (output === undefined) sheet.put(row, at('number'), 1, numberStyle());
  else sheet.put(row, at('number'), live(output.of.formula, 1), numberStyle());
  const targets = layout.samples(sampleColumns.target);
  const level = levelOf(surface);
  if (typed === undefined)
    sheet.put(row, at('level'), live(`(MIN(${targets})+MAX(${targets}))/2`, level), numberStyle());
  else {
    const validation = { allowed: { kind: 'decimal', ...LEVELS }, refusal: surfaceWords.notANumber } as const;
    sheet.put(row, at('level'), live(typed.of.formula, level), numberStyle());
    sheet.put(row, at('typed'), level, look({ ...styles.typed(formats.plain), align: 'center', shrink: true }), {
      validation,
    });
    const says = live(saysMissing([typed], ''), '');
    sheet.put(row, at('typed') + 1, says, look({ italic: true, color: colors.muted }));
  }
  if (plan.shape === 'curve') return;
  if (range !== undefined) {
    sheet.put(row, at('low'), range.low, numberStyle());
    sheet.put(row, at('high'), range.high, numberStyle());
    return;
  }
  const cells = layout.blockRange(plan.large);
  const middle = layout.drawn('level');
  const values = numbers.values(plan.large);
  const failed = values.find((value) => !Number.isFinite(value));
  const span = failed ?? Math.max(LEAST, Math.max(...values) - level, level - Math.min(...values));
  const formula = `MAX(${LEAST},MAX(${cells})-${middle},${middle}-MIN(${cells}))`;
  sheet.put(row, at('low'), live(`${middle}-${formula}`, failed ?? level - span), numberStyle());
  sheet.put(row, at('high'), live(`${middle}+${formula}`, failed ?? level + span), numberStyle());
}

/** Where the line between small and large outputs lies. */
export function levelOf({ book, plan, numbers }: Pick<SurfaceParts, 'book' | 'plan' | 'numbers'>): number {
  const range = rangeOf(book.topology);
  if (range !== undefined) return range.level;
  const targets = Array.from({ length: plan.samples }, (_, s) => numbers.target(s, 0));
  return (Math.min(...targets) + Math.max(...targets)) / 2;
}

/** The samples: where on the grid each stands, and the mark that says what it should become. */
export function writeSamples(sheet: SheetDraft, surface: SurfaceParts): void {
  const { book, plan, layout, numbers } = surface;
  const { topology, initial } = book;
  const { working, samplesRow } = layout;
  const level = levelOf(surface);
  const inputs = plan.held ? topology.inputs : [];
  const targets = topology.targets.length > 1 ? topology.targets : [];
  const firstTarget = sampleColumns.given + inputs.length;
  const used = (column: number): boolean =>
    plan.shape === 'curve' ? MOST_OF_A_CURVE.includes(column) : !(plan.classes && column === sampleColumns.target);
  const own = surfaceWords.samples.map((text, column) => (used(column) ? text : null));
  const heads = [...own, ...inputs.map(({ name }) => name), ...targets.map(({ name }) => name)];
  for (const [k, text] of heads.entries()) sheet.put(samplesRow, working + k, text, header.name(shades.input, false));
  for (let s = 0; s < plan.samples; s++) {
    const sample = topology.samples[s];
    if (sample === undefined) continue;
    const row = samplesRow + 1 + s;
    const put = (column: number, formula: string, value: number, color: string = colors.black): void =>
      sheet.put(row, working + column, live(formula, value), numberStyle(color));
    const link = (column: number, name: string, value: number): void =>
      put(column, initial.reference(name), value, colors.otherSheet);
    const rowOf = (first: number, count: number): string =>
      `${layout.sample(s, first)}:${layout.sample(s, first + count - 1)}`;
    sheet.put(row, working + sampleColumns.number, s + 1, numberStyle(colors.muted));
    for (const [k, { name, value }] of (plan.held ? sample.inputs : []).entries())
      link(sampleColumns.given + k, name, value);
    for (const [k, { name, value }] of (targets.length > 0 ? sample.targets : []).entries())
      link(firstTarget + k, name, value);
    for (const [axis, of] of numbers.axes.entries()) {
      const column = axis === 0 ? sampleColumns.x : sampleColumns.y;
      const value = numbers.input(s, of.number - 1);
      const given = sample.inputs[of.number - 1];
      if (plan.held)
        put(column, `INDEX(${rowOf(sampleColumns.given, inputs.length)},1,${layout.axis(axis, 'number')})`, value);
      else link(column, given?.name ?? '', value);
      if (plan.shape === 'curve') continue;
      const steps = `(${layout.sample(s, column)}-${layout.axis(axis, 'first')})/${layout.axis(axis, 'step')}`;
      const index = Math.round((value - of.first) / of.step + ASIDE);
      put(axis === 0 ? sampleColumns.column : sampleColumns.row, `ROUND(${steps}+${ASIDE},0)`, index);
    }
    const own = sample.targets.map(({ value }) => value);
    const all = rowOf(firstTarget, targets.length);
    if (plan.classes) {
      put(sampleColumns.mark, `MATCH(MAX(${all}),${all},0)`, own.indexOf(Math.max(...own)) + 1);
      continue;
    }
    if (targets.length > 0)
      put(sampleColumns.target, `INDEX(${all},1,${layout.drawn('number')})`, own[0] ?? Number.NaN);
    else link(sampleColumns.target, sample.targets[0]?.name ?? '', own[0] ?? Number.NaN);
    if (plan.shape === 'curve') continue;
    const mark = `IF(${layout.sample(s, sampleColumns.target)}>=${layout.drawn('level')}-${ASIDE},1,0)`;
    put(sampleColumns.mark, mark, (own[0] ?? Number.NaN) >= level - ASIDE ? 1 : 0);
  }
}
