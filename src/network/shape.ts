import * as z from 'zod/mini';
import { EMPTY, issueText, tooManyEntries, unknownField } from './fault-words.ts';
import type { Faults } from './faults.ts';
import { pathText } from './path-text.ts';
import { cellNumber, isCellNumber } from './schema.ts';

/**
 * Finds where a value is not as a schema says. The validator by itself would build every fault, and there can be millions; so it is asked
 * of one number, text or choice at a time, and of those in long lists only where a fault is told. Of a list that is too long, no entry
 * is looked at.
 */
export function findMisshapen(schema: z.ZodMiniType, value: unknown, faults: Faults): void {
  const path: (string | number)[] = [];
  const tell = (message: () => string): void => faults.add(() => ({ path: pathText(path), message: message() }));

  function visit(schema: z.ZodMiniType, value: unknown): void {
    const shape = shapeFor(schema, value);
    if (shape instanceof z.ZodMiniArray && Array.isArray(value)) visitList(shape, value);
    else if (shape instanceof z.ZodMiniObject && isObject(value)) visitObject(shape, value);
    else if (value !== undefined && (shape instanceof z.ZodMiniArray || shape instanceof z.ZodMiniObject))
      // There is one fault, whatever the value is.
      tell(() => issuesOf(schema, value)[0] ?? '');
    else for (const issue of issuesOf(schema, value)) tell(() => issue);
  }

  function visitPart(schema: z.ZodMiniType, key: string | number, value: unknown): void {
    path.push(key);
    visit(schema, value);
    path.pop();
  }

  function visitList({ def }: z.ZodMiniArray, list: readonly unknown[]): void {
    const { element } = def;
    const most = mostOf(def);
    if (list.length === 0) tell(() => EMPTY);
    else if (list.length > most) tell(() => tooManyEntries(most));
    else if (element === cellNumber) visitNumbers(list);
    else for (const [k, entry] of list.entries()) visitPart(element as z.ZodMiniType, k, entry);
  }

  /** The same as `visitPart` for each of them; there can be millions. */
  function visitNumbers(list: readonly unknown[]): void {
    for (const [k, entry] of list.entries()) {
      if (isCellNumber(entry)) continue;
      path.push(k);
      tell(() => issuesOf(cellNumber, entry)[0] ?? '');
      path.pop();
    }
  }

  function visitObject({ def: { shape } }: z.ZodMiniObject, object: Readonly<Record<string, unknown>>): void {
    const fields = new Map(Object.entries(shape));
    for (const [name, field] of fields) visitPart(field as z.ZodMiniType, name, object[name]);
    for (const name of Object.keys(object)) {
      if (fields.has(name)) continue;
      path.push(name);
      tell(() => unknownField(name, [...fields.keys()]));
      path.pop();
    }
  }

  visit(schema, value);
}

/** What the validator finds in a value, in words. */
function issuesOf(schema: z.ZodMiniType, value: unknown): readonly string[] {
  const { error } = schema.safeParse(value, { reportInput: true });
  return (
    (error?.issues ?? [])
      // A number too large to be told from its neighbours is too large for our own bound, too, which says it better.
      .filter((issue) => !('note' in issue) || issue.input === undefined)
      .map(issueText)
  );
}

/** What a schema asks for, without the marks around it; where a list may stand for a single value, the one that the value is of. */
function shapeFor(schema: z.ZodMiniType, value: unknown): z.ZodMiniType {
  if (schema instanceof z.ZodMiniReadonly || schema instanceof z.ZodMiniOptional)
    return shapeFor(schema.def.innerType as z.ZodMiniType, value);
  if (!(schema instanceof z.ZodMiniUnion)) return schema;
  const options = schema.def.options.map((option) => shapeFor(option as z.ZodMiniType, value));
  return options.find((option) => option instanceof z.ZodMiniArray === Array.isArray(value)) ?? schema;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The most entries that a list may have. */
const mostOf = ({ checks = [] }: z.core.$ZodArrayDef): number =>
  Math.min(...checks.map(({ _zod: { def } }) => ('maximum' in def ? Number(def.maximum) : Number.POSITIVE_INFINITY)));
