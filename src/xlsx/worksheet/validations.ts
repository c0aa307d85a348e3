import { relative } from '../../sheet/address.ts';
import type { SheetCell } from '../../sheet/cell.ts';
import type { Allowed, Validation } from '../../sheet/validation.ts';
import { type Element, element } from '../xml.ts';

/** What may be typed into cells (ECMA-376 Part 1, 18.3.1.33 dataValidations): cells that take the same stand together. Undefined where there are none. */
export function validationsElement(cells: readonly SheetCell[]): Element | undefined {
  const alike = new Map<string, { readonly validation: Validation; readonly addresses: string[] }>();
  for (const { row, column, validation } of cells) {
    if (validation === undefined) continue;
    const key = JSON.stringify(validation);
    const known = alike.get(key) ?? { validation, addresses: [] };
    known.addresses.push(relative(row, column));
    alike.set(key, known);
  }
  if (alike.size === 0) return undefined;
  const elements = [...alike.values()].map(({ validation, addresses }) => validationElement(validation, addresses));
  return element('dataValidations', { count: elements.length }, elements);
}

function validationElement({ allowed, prompt, refusal }: Validation, addresses: readonly string[]): Element {
  const attributes = {
    type: allowed.kind,
    operator: 'above' in allowed ? 'greaterThan' : undefined,
    showInputMessage: prompt === undefined ? undefined : 1,
    promptTitle: prompt?.title,
    prompt: prompt?.text,
    showErrorMessage: 1,
    errorTitle: refusal.title,
    error: refusal.text,
    sqref: addresses.join(' '),
  };
  return element(
    'dataValidation',
    attributes,
    boundsOf(allowed).map((bound, k) => element(`formula${k + 1}`, {}, [String(bound)])),
  );
}

function boundsOf(allowed: Allowed): readonly (number | string)[] {
  if (allowed.kind === 'list') return [allowed.cells];
  return 'above' in allowed ? [allowed.above] : [allowed.from, allowed.to];
}
