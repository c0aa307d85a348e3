import { symbolsIn } from '../../expression/symbols.ts';
import type { Role } from '../../model/column.ts';
import { taughtColumns } from '../../model/quantities.ts';
import { TOTAL_ERROR, trainedOf } from '../../quantities/topology.ts';
import { columnNames } from '../column-names.ts';
import { addressOf } from '../file/address.ts';
import type { NotJudged } from '../finding.ts';
import type { Table } from '../table/table.ts';
import type { Judgement } from './judge.ts';
import type { Judged } from './table.ts';

/** What has to be judged before a table can be called right. */
const REQUIRED: ReadonlySet<Role> = new Set(['forward', 'error', 'total', 'gradient']);

/**
 * What of a table was not judged. A quantity without a column of its own is judged with what is computed from it: a net input that is
 * written into the activation, a gradient that is written into the update.
 */
export function notJudgedIn(judged: Judged): readonly NotJudged[] {
  return [
    ...unreadable(judged),
    ...emptyCells(judged),
    ...withoutColumn(judged),
    ...coarse(judged),
    ...updates(judged),
  ];
}

/** Cells that hold something that cannot be calculated, or that does not come from its row; each reason once. */
function unreadable({ reading, numbers, judgements }: Judged): readonly NotJudged[] {
  const { grid, table } = reading;
  const reasons = new Map<
    string,
    { readonly sheet: string; readonly own: { readonly k: number; readonly cell: string }[]; after: number }
  >();
  for (const { name, unknown } of judgements)
    for (const { k, why: known } of unknown) {
      const cell = numbers.cell(name, k);
      if (cell === undefined) continue;
      const why =
        reading.rate === undefined && isUpdate(table, name)
          ? `the learning rate was not found; name it with ${reading.called('learningRate')}`
          : (known ?? grid.unreadable(cell) ?? 'what it comes from shows no number');
      const [, reads, root = ''] = /^(it reads \S+(?:: |, whose formula ))?(.*)$/s.exec(why) ?? [];
      const reason = reasons.get(root) ?? { sheet: cell.sheet, own: [], after: 0 };
      reasons.set(root, reason);
      if (reads === undefined) reason.own.push({ k, cell: `${name} (${addressOf(cell)})` });
      else reason.after++;
    }
  return [...reasons].map(([why, { sheet, own, after }]) => {
    const [first] = own.sort((a, b) => a.k - b.k);
    if (first === undefined) return { sheet, what: counted(after), why };
    const what = own.length === 1 ? first.cell : `${first.cell} and ${counted(own.length - 1, 'more')}`;
    return { sheet, what, why: after === 0 ? why : `${why}; nor could ${counted(after)} that come from it` };
  });
}

const counted = (count: number, adjective = ''): string =>
  `${count} ${adjective === '' ? '' : `${adjective} `}${count === 1 ? 'cell' : 'cells'}`;

const isUpdate = ({ expected }: Table, name: string): boolean => {
  const rule = expected.get(name);
  return name.startsWith('new ') || name.startsWith('Δ') || (rule?.kind === 'formula' && rule.learned);
};

const isLearned = ({ expected }: Table, name: string): boolean => {
  const rule = expected.get(name);
  return rule?.kind === 'formula' && rule.learned;
};

/** Cells that are still empty in iterations that hold numbers. The last one may be a row of new weights only, or lack gradients. */
function emptyCells({ reading, numbers, judgements }: Judged): readonly NotJudged[] {
  const { table } = reading;
  const computed = judgements.filter(
    ({ name }) => !table.given.has(name) && table.expected.get(name)?.kind === 'formula',
  );
  const last = table.iterations - 1;
  const isFilled = (name: string, k: number): boolean => numbers.cell(name, k) !== undefined;
  const begun = (k: number): boolean => computed.some(({ name }) => !isLearned(table, name) && isFilled(name, k));
  const lacking = computed.flatMap(({ name, empty }) => {
    const cells = empty.filter((k) => begun(k) && !(k === last && last > 0 && /^(?:−?∂|Δ|new )/u.test(name)));
    return cells.length === 0 ? [] : [{ name, cells }];
  });
  const never = computed.filter(
    ({ name, judged, unknown, failing, empty }) =>
      empty.length > 0 && judged + unknown.length + failing.length === 0 && !isLearned(table, name),
  );
  const whole = new Set(never.map(({ name }) => name));
  const parts = lacking.filter(({ name }) => !whole.has(name));
  const spots = parts.map(({ name, cells }): NotJudged => {
    const site = table.tracks.get(name)?.sites[cells[0] ?? 0];
    const address = site === undefined ? '' : addressOf(site);
    return {
      sheet: site?.sheet ?? table.sheet,
      what: name,
      why:
        cells.length === 1 ? `${address} is empty` : `${address} and ${cells.length - 1} more of its cells are empty`,
    };
  });
  return whole.size === 0
    ? spots
    : [
        {
          sheet: table.sheet,
          what: columnNames([...whole]),
          why: whole.size === 1 ? 'its cells are still empty' : 'their cells are still empty',
        },
        ...spots,
      ];
}

/** Quantities whose numbers are rounded too far. */
function coarse({ reading: { table }, judgements }: Judged): readonly NotJudged[] {
  const names = judgements.flatMap((each) => (each.coarse && each.wrong.length === 0 ? [each.name] : []));
  const why = `${names.length === 1 ? 'its' : 'their'} numbers have too few digits to tell right from wrong`;
  return names.length === 0 ? [] : [{ sheet: table.sheet, what: columnNames(names), why }];
}

/** Quantities that no column holds and nothing that was judged is computed from. */
function withoutColumn({ reading: { table }, following, judgements }: Judged): readonly NotJudged[] {
  const covered = coveredBy(table, judgements);
  const required = taughtColumns(table.topology).filter(
    ({ role, rule }) =>
      REQUIRED.has(role) && rule.kind !== 'running-mean' && !(following === 'trials' && role === 'gradient'),
  );
  const lacking = required.flatMap(({ name }) => (covered.has(name) || table.tracks.has(name) ? [] : [name]));
  if (lacking.length === 0) return [];
  return [
    {
      sheet: table.sheet,
      what: columnNames(lacking),
      why: lacking.length === 1 ? 'no column holds it' : 'no columns hold them',
    },
  ];
}

/** Quantities that were judged, by themselves or in the formulas of others. */
function coveredBy(table: Table, judgements: readonly Judgement[]): ReadonlySet<string> {
  const covered = new Set<string>();
  const cover = (name: string): void => {
    if (covered.has(name)) return;
    covered.add(name);
    const rule = table.expected.get(name);
    if (rule?.kind === 'running-mean') cover(rule.of);
    if (rule?.kind !== 'formula') return;
    for (const { name: of } of symbolsIn(rule.formula)) {
      // What has a column is judged there, or is told to be not judged.
      if (of !== table.topology.givenRate && !table.tracks.has(of)) cover(of);
    }
  };
  for (const { name, judged } of judgements) if (judged > 0) cover(name);
  const { errors, passes } = table.topology;
  const [only] = errors;
  // With one output, its error is all of the error.
  if (errors.length === 1 && only !== undefined && passes.length === 1)
    for (const name of covered.has(only.name) ? [TOTAL_ERROR] : covered.has(TOTAL_ERROR) ? [only.name] : [])
      cover(name);
  return covered;
}

/** Updates that nothing was judged of. */
function updates({ reading: { table }, following, judgements }: Judged): readonly NotJudged[] {
  if (following === 'samples')
    return [
      {
        sheet: table.sheet,
        what: 'the updates',
        why: 'the weights are the same in every line and the inputs change, so that the lines are no iterations',
      },
    ];
  const judgedNames = new Set(
    judgements.flatMap(({ name, judged, wrong, failing }) =>
      judged + wrong.length + failing.length > 0 ? [name] : [],
    ),
  );
  const lacking = trainedOf(table.topology)
    .map(({ name }) => name)
    .filter((name) => !judgedNames.has(name) && !judgedNames.has(`new ${name}`));
  if (lacking.length === 0 || following === 'not-updated' || following === 'trials') return [];
  const all = lacking.length === trainedOf(table.topology).length;
  return [
    {
      sheet: table.sheet,
      what: all ? 'the updates' : `the updates of ${columnNames(lacking)}`,
      why: table.iterations < 2 ? 'the table has only one iteration' : 'no cells hold their results',
    },
  ];
}
