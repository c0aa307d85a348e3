import { inputError } from '../network/input-error.ts';
import { inQuotes } from '../network/path-text.ts';
import { type ComparedChoice, comparedNames } from '../settings/compare.ts';
import { entriesOf, toChoice } from './options.ts';

const FLAG = '--compare';

/** What the flag asks for: `optimizer=sgd,adam`, or `none`. @throws InputError where it is neither */
export function toComparison(text: string | undefined): ComparedChoice | 'none' | undefined {
  if (text === undefined || text === 'none') return text;
  const [what = '', values, ...rest] = text.split('=');
  if (values === undefined || values.trim() === '' || rest.length > 0)
    throw inputError(
      `${inQuotes(text)} is not of the form WHAT=VALUE,VALUE, such as optimizer=sgd,adam; WHAT is one of ${comparedNames.join(', ')}.`,
      FLAG,
    );
  return { what: toChoice(what.trim(), comparedNames, FLAG), values: entriesOf([values]) };
}
