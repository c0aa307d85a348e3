/**
 * Several lists as one: what has the same key is there once, and what the first list lacks stands after what it follows in its own.
 */
export function inOneOrder<Item>(lists: readonly (readonly Item[])[], keyOf: (item: Item) => string): readonly Item[] {
  const [first = [], ...others] = lists;
  const known = new Set(first.map(keyOf));
  const after = new Map<string | undefined, Item[]>();
  for (const list of others) {
    let before: string | undefined;
    for (const item of list) {
      const key = keyOf(item);
      if (!known.has(key)) {
        known.add(key);
        after.set(before, [...(after.get(before) ?? []), item]);
      }
      before = key;
    }
  }
  const followed = (item: Item): readonly Item[] => [item, ...(after.get(keyOf(item)) ?? []).flatMap(followed)];
  return [...(after.get(undefined) ?? []).flatMap(followed), ...first.flatMap(followed)];
}
