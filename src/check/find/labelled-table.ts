import type { LearnerSheet } from '../file/sheet.ts';
import type { Grid } from '../formula/grid.ts';
import { leastOf } from '../most.ts';
import type { Naming } from './fragment.ts';
import type { FoundTable } from './join.ts';
import { isGiven, isTable, isWeight } from './sorts.ts';
import type { Site, Track } from './track.ts';

interface Labelled {
  readonly label: Site;
  readonly sites: Site[];
}

/** Iterations whose numbers stand in single cells beside or below their names; a name that comes again starts the next one. */
export function labelledTable(sheet: LearnerSheet, grid: Grid, named: Naming): FoundTable | undefined {
  const names = labelsOf(sheet, grid, named);
  const across = new Map([...names].map(([name, { label }]) => [name, label.column]));
  if (!isTable(across) || [...names.keys()].every(isGiven)) return undefined;
  const iterations = leastOf([...names].filter(([name]) => isWeight(name)).map(([, { sites }]) => sites.length));
  const tracks = [...names].map(([name, { label, sites }]): [string, Track] => [
    name,
    { sites: sites.slice(0, iterations), header: label },
  ]);
  return {
    sheet: sheet.name,
    header: leastOf([...names.values()].map(({ label }) => label.row)),
    upright: false,
    tracks: new Map(tracks),
    iterations,
  };
}

function labelsOf(sheet: LearnerSheet, grid: Grid, named: Naming): ReadonlyMap<string, Labelled> {
  const names = new Map<string, Labelled>();
  const isNumber = (site: Site): boolean =>
    grid.number(sheet.name, site) !== undefined || grid.cell(sheet.name, site)?.formula !== undefined;
  for (const cell of sheet.cells.values()) {
    if (typeof cell.value !== 'string' || cell.formula !== undefined || cell.value.length > 200) continue;
    const name = named(cell.value);
    if (name === undefined) continue;
    const { row, column } = cell;
    const near = [
      { sheet: sheet.name, row, column: column + 1 },
      { sheet: sheet.name, row, column: column + 2 },
      { sheet: sheet.name, row: row + 1, column },
    ];
    // A number that was typed as text is still what the label means.
    const site = near.find(isNumber) ?? near.find((each) => isNumberText(grid, named, each));
    if (site === undefined) continue;
    const known = names.get(name);
    if (known === undefined) names.set(name, { label: { sheet: sheet.name, row, column }, sites: [site] });
    else known.sites.push(site);
  }
  return names;
}

/** A number with a decimal comma, or a formula without its `=`. */
function isNumberText(grid: Grid, named: Naming, site: Site): boolean {
  const value = grid.cell(site.sheet, site)?.value;
  if (typeof value !== 'string' || value.length > 2_000 || named(value) !== undefined) return false;
  return /^\s*[-+]?\d*[.,]\d+\s*$/.test(value) || /^[\s'=]*[-+(]*(?:[A-Z]+\()?\$?[A-Z]{1,3}\$?\d+[-+*/^)]/.test(value);
}
