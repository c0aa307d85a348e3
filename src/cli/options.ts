import { inputError } from '../index.ts';

/** What the program is called. */
export const NAME = 'backprop-workbook';

/** The network that a command is about. */
export const networkPositional = {
  type: 'string',
  default: 'class',
  describe: "A ready-made network's name, or the path of a network file (JSON)",
} as const;

/** A flag that takes one text; where it is given more than once, the last counts. */
export const textOption = {
  type: 'string',
  requiresArg: true,
  coerce: (given: string | readonly string[]): string => (typeof given === 'string' ? given : (given.at(-1) ?? '')),
} as const;

/** Other initial values for the network. */
export const setOption = {
  type: 'string',
  array: true,
  nargs: 1,
  requiresArg: true,
  describe: 'An initial value as NAME=NUMBER, such as w5=0.3; may be repeated',
} as const;

/** The numbers of `--set`, by name. */
export function toInitialValues(texts: readonly string[] = []): ReadonlyMap<string, number> {
  return new Map(texts.map(toAssignment));
}

/** The number that a flag was given. */
export function toNumber(text: string, flag: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) throw inputError(`"${text}" is not a finite number; write it like 0.5 or 1e-3.`, flag);
  return value;
}

/** The same, where the flag may be left out. */
export function toOptionalNumber(text: string | undefined, flag: string): number | undefined {
  return text === undefined ? undefined : toNumber(text, flag);
}

function toAssignment(text: string): readonly [string, number] {
  const [name, value, ...rest] = text.split('=');
  if (name === undefined || name === '' || value === undefined || rest.length > 0)
    throw inputError(`"${text}" is not of the form NAME=NUMBER, such as w5=0.3.`, '--set');
  return [name.trim(), toNumber(value, `--set ${name.trim()}`)];
}
