import { sizeOf } from '../../expression/rewrite.ts';
import { distinctSymbols, keyOf } from '../../expression/symbols.ts';
import type { Expression, Mention } from '../../expression/tree.ts';
import { drawnPoints } from '../diagnose/drawn.ts';
import { learnersFormula } from '../diagnose/learner.ts';
import { searchSlip } from '../diagnose/search.ts';
import { formulaIn, formulaInValues } from '../judge/formulas.ts';
import { toleranceOf } from '../judge/tolerance.ts';
import { compiled } from '../terms/compile.ts';
import { type Finder, type Found, freeTracks, lacking } from './columns.ts';

/** A column whose numbers are those of a quantity that has none. */
export const byNumbers: Finder = (reading, numbers, taken) => {
  const { grid, table } = reading;
  const rules = lacking(table).flatMap((name) => {
    const formula = formulaIn(table, name);
    return formula === undefined || isPlain(formula) ? [] : [{ name, size: sizeOf(formula), value: compiled(formula) }];
  });
  const founds = new Map<string, Found>();
  for (const track of freeTracks(reading, taken)) {
    const own = track.sites.map((site) => grid.number(site.sheet, site));
    const found = rules.find(
      ({ name, size, value }) =>
        !founds.has(name) &&
        reading.steps.take(size) &&
        own.every((number, k) => {
          const expected = value((of, row) => numbers.at(of, k, row));
          return (
            number !== undefined && Number.isFinite(expected) && Math.abs(number - expected) <= toleranceOf(expected)
          );
        }),
    );
    if (found !== undefined) founds.set(found.name, { name: found.name, track });
  }
  return [...founds.values()];
};

/** A formula that is a single number or name says too little to be known by its numbers. */
const isPlain = (formula: Expression): boolean => formula.kind === 'symbol' || formula.kind === 'number';

/** A column whose formula is that of a quantity without a column, but for one slip. */
export const bySlip: Finder = (reading, _numbers, taken) => {
  const { grid, table } = reading;
  const wanted = table.missing.filter((name) => table.expected.get(name)?.kind === 'formula');
  if (wanted.length === 0) return [];
  for (const track of freeTracks(reading, taken)) {
    const [first] = track.sites;
    const cell = first === undefined ? undefined : grid.cell(first.sheet, first);
    if (cell?.formula === undefined) continue;
    for (const name of wanted) {
      const right = formulaIn(table, name);
      const used = right === undefined ? undefined : learnersFormula(reading, cell, 0, right);
      if (right === undefined || used === undefined) continue;
      const names = distinctSymbols(used);
      const alternatives = (of: Mention) => names.filter((other) => keyOf(other) !== keyOf(of));
      const places = { alternatives, whole: [], pairs: false };
      if (
        searchSlip(formulaInValues(table, right), drawnPoints(formulaInValues(table, used)), places, reading.budget) !==
        undefined
      )
        return [{ name, track }];
    }
  }
  return [];
};
