/** A function of one argument that computes each of its values once. @param keyOf what says which arguments have the same value */
export function remembered<Argument, Value>(
  compute: (argument: Argument) => Value,
  keyOf: (argument: Argument) => unknown = (argument) => argument,
): (argument: Argument) => Value {
  const known = new Map<unknown, Value>();
  return (argument) => {
    const key = keyOf(argument);
    const value = known.get(key) ?? compute(argument);
    known.set(key, value);
    return value;
  };
}

/** A function of one argument that keeps the value that it computed last, for the same argument again. */
export function latest<Argument, Value>(compute: (argument: Argument) => Value): (argument: Argument) => Value {
  let known: { readonly argument: Argument; readonly value: Value } | undefined;
  return (argument) => {
    if (known?.argument !== argument) known = { argument, value: compute(argument) };
    return known.value;
  };
}
