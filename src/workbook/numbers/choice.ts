/** So many values CHOOSE chooses from in every program: LibreOffice shows Err:504 or Err:508 beyond, Excel goes on to 254. */
export const MOST_CHOSEN = 30;

/** A formula that is one of several, by its position, counted from 1; where there are many, a choice among choices. */
export function choice(position: string, terms: readonly string[]): string {
  if (terms.length <= MOST_CHOSEN) return `CHOOSE(${position},${terms.join(',')})`;
  const groups = Array.from({ length: Math.ceil(terms.length / MOST_CHOSEN) }, (_, g) => {
    const own = terms.slice(g * MOST_CHOSEN, (g + 1) * MOST_CHOSEN);
    return `CHOOSE(${position}${g === 0 ? '' : `-${g * MOST_CHOSEN}`},${own.join(',')})`;
  });
  return `CHOOSE(ROUNDUP(${position}/${MOST_CHOSEN},0),${groups.join(',')})`;
}
