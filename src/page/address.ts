import { type Stage, stageNames } from '../model/stages.ts';

/** What a link to the page says: everything that a teacher may want others to see. What is missing is as the page begins. */
export interface Address {
  /** A ready-made network by its name, or the text of a network file. */
  readonly network?: string | undefined;
  readonly file?: string | undefined;
  readonly rate?: number | undefined;
  /** The name of a run. */
  readonly run?: string | undefined;
  readonly iteration?: number | undefined;
  readonly sample?: number | undefined;
  readonly stage?: Stage | undefined;
  /** The weight or bias that is pointed at. */
  readonly point?: string | undefined;
  readonly scale?: 'log' | undefined;
  /** Initial values that were changed, by their names. */
  readonly values: ReadonlyMap<string, number>;
}

/** The fields that are not names of initial values. */
const FIELDS = new Set(['network', 'file', 'rate', 'run', 'iteration', 'sample', 'stage', 'point', 'scale']);

/** Reads what stands after # in an address. What cannot be understood is left out. */
export function readAddress(hash: string): Address {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const text = (field: string): string | undefined => given.get(field) ?? undefined;
  const positive = (field: string): number | undefined => {
    const value = Number(given.get(field) ?? Number.NaN);
    return value > 0 && Number.isFinite(value) ? value : undefined;
  };
  const whole = (field: string): number | undefined => {
    const value = positive(field);
    return Number.isInteger(value) ? value : undefined;
  };
  const values = [...given].flatMap(([name, value]): readonly (readonly [string, number])[] =>
    FIELDS.has(name) || value.trim() === '' || !Number.isFinite(Number(value)) ? [] : [[name, Number(value)]],
  );
  return {
    network: text('network'),
    file: text('file'),
    rate: positive('rate'),
    run: text('run'),
    iteration: whole('iteration'),
    sample: whole('sample'),
    stage: stageNames[(whole('stage') ?? 0) - 1],
    point: text('point'),
    scale: given.get('scale') === 'log' ? 'log' : undefined,
    values: new Map(values),
  };
}

/** Writes an address, from # on; numbers in as few digits as name them. */
export function writeAddress({ values, stage, ...fields }: Address): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) given.set(name, String(value));
  if (stage !== undefined) given.set('stage', String(stageNames.indexOf(stage) + 1));
  for (const [name, value] of values) given.set(name, String(value));
  return `#${given}`;
}
