import type { WorkbookContents } from './read-workbook.ts';

/** The sheets whose cells no formula of another sheet reads, and no defined name stands for. */
export function unreadSheets({ sheets, definedNames }: WorkbookContents): ReadonlySet<string> {
  const named = [...definedNames.values()].flatMap(sheetsIn);
  const read = sheets.flatMap(({ name, cells }) => {
    const inFormulas = new Set([...cells.values()].flatMap(({ formula }) => (formula ? sheetsIn(formula) : [])));
    return [...inFormulas].filter((of) => of !== name);
  });
  const all = new Set([...named, ...read]);
  return new Set(sheets.map(({ name }) => name).filter((name) => !all.has(name)));
}

/** The sheets that a formula names; what looks like one in a text counts too. */
function sheetsIn(formula: string): readonly string[] {
  if (!formula.includes('!')) return [];
  return [...formula.matchAll(/'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!/gu)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll("''", "'") ?? plain,
  );
}
