import type { Network } from './network.ts';
import { networkSchema } from './schema.ts';

/** The most characters of a line. */
const WIDTH = 120;

/**
 * A network as the text of a network file, every weight a plain number.
 *
 * @param schema where editors find the JSON Schema, where they can
 */
export function networkText(network: Network, schema?: string): string {
  // Weights that are there need no rule any more. The validator puts the fields into the order of the schema.
  const { initialWeights: _, $schema: __, ...plain } = network;
  const fields = fieldsOf(networkSchema.parse({ ...plain, ...(schema === undefined ? {} : { $schema: schema }) }));
  return `{\n${fields.map(([key, field]) => jsonPart(`"${key}": `, field, '  ')).join(',\n')}\n}\n`;
}

/**
 * A part of a JSON text for people: what fits stands on one line.
 *
 * @param label what stands before it
 * @param indent the spaces before that
 */
function jsonPart(label: string, value: unknown, indent: string): string {
  const head = `${indent}${label}`;
  const line = `${head}${jsonLine(value)}`;
  // A comma may follow.
  if (typeof value !== 'object' || value === null || line.length < WIDTH) return line;
  const deeper = `${indent}  `;
  const parts = partsOf(value);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const inside = parts.every(({ part }) => typeof part === 'number')
    ? filled(
        parts.map(({ part }) => String(part)),
        deeper,
      )
    : parts.map(({ label, part }) => jsonPart(label, part, deeper)).join(',\n');
  return `${head}${open}\n${inside}\n${indent}${close}`;
}

/** Numbers of a list, as many on each line as it can hold. */
function filled(numbers: readonly string[], indent: string): string {
  const lines: string[] = [];
  for (const number of numbers) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + number.length + 3 <= WIDTH) lines[lines.length - 1] = `${last}, ${number}`;
    else lines.push(`${indent}${number}`);
  }
  return lines.join(',\n');
}

function jsonLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = partsOf(value).map(({ label, part }) => label + jsonLine(part));
  return Array.isArray(value) ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`;
}

/** The parts of a list or an object, each with what stands before it. */
function partsOf(value: object): readonly { readonly label: string; readonly part: unknown }[] {
  if (Array.isArray(value)) return value.map((part: unknown) => ({ label: '', part }));
  return fieldsOf(value).map(([key, part]) => ({ label: `${JSON.stringify(key)}: `, part }));
}

/** The fields of an object that have a value. */
const fieldsOf = (value: object): readonly (readonly [string, unknown])[] =>
  Object.entries(value).filter(([, part]: [string, unknown]) => part !== undefined);
