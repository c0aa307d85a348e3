import type { Finding, Spot } from '../finding.ts';
import type { Told } from './findings.ts';

/** The same mistakes as one: in sibling quantities, and on other sheets, each with the places where it stands besides the first. */
export function merged(told: readonly Told[]): readonly Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const { finding, cause } of told) {
    const key = `${finding.kind} ${finding.mistake} ${cause}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap((same): readonly Finding[] => {
    const [first, ...rest] = same;
    if (first === undefined) return [];
    const also = rest.flatMap(spotOf);
    return [also.length === 0 ? first : { ...first, also }];
  });
}

function spotOf({ sheet, quantity, cell, count, correction }: Finding): readonly Spot[] {
  if (cell === undefined) return [];
  return [
    {
      sheet,
      cell,
      count: count ?? 1,
      ...(quantity === undefined ? {} : { quantity }),
      ...(correction === undefined ? {} : { correction }),
    },
  ];
}
