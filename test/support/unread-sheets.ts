import { strFromU8 } from 'fflate';
import type { WorkbookContents } from './read-workbook.ts';
import { unescapeXml } from './xml.ts';

/** The sheets whose cells no formula of another sheet reads, and no defined name stands for. */
export function unreadSheets({ sheets, definedNames, parts }: WorkbookContents): ReadonlySet<string> {
  const named = [...definedNames.values()].flatMap(sheetsIn);
  const read = sheets.flatMap(({ name, path }) => {
    const inFormulas = new Set(formulasWithSheets(parts.get(path)).flatMap(sheetsIn));
    return [...inFormulas].filter((of) => of !== name);
  });
  const all = new Set([...named, ...read]);
  return new Set(sheets.map(({ name }) => name).filter((name) => !all.has(name)));
}

/** The formulas of a part that may name sheets: to find them, its cells need not be read. Those that share one name the same. */
const formulasWithSheets = (part: Uint8Array = new Uint8Array()): readonly string[] =>
  [...strFromU8(part).matchAll(/<f\b[^>]*>([^<]*![^<]*)<\/f>/g)].map(([, formula = '']) => unescapeXml(formula));

/** The sheets that a formula names; what looks like one in a text counts too. */
function sheetsIn(formula: string): readonly string[] {
  if (!formula.includes('!')) return [];
  return [...formula.matchAll(/'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!/gu)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll("''", "'") ?? plain,
  );
}
