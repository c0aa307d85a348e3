import { inputError } from './input-error.ts';
import type { Network } from './network.ts';
import { parseWith } from './parse.ts';
import { partsOfJson, repeatedFields } from './repeated-fields.ts';

/** Lists, objects and fields beyond which a text is no network file; the largest network that fits into a workbook has far fewer. */
const MOST_PARTS = 500_000;

/**
 * The network of the text of a network file.
 *
 * @param source what holds the text, such as a file's name; stands before each line of a message
 * @param complete puts into the parsed text what it only names
 * @returns undefined where the text is not JSON
 * @throws InputError where it has faults, a field that stands twice among them
 */
export function networkOfText(
  text: string,
  source: string,
  complete: (value: unknown) => unknown = (value) => value,
): Network | undefined {
  const parts = partsOfJson(text);
  if (parts > MOST_PARTS)
    throw inputError(`has ${parts.toLocaleString('en')} lists, objects and fields, too many for a network.`, source);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return parseWith(repeatedFields(text), complete(value), source);
}
