/** A number as formulas hold it everywhere: some programs take no exponents. */
export function plainDecimal(value: number): string {
  const [digits = '', exponent] = String(value).split('e');
  if (exponent === undefined) return digits;
  const [whole = '', fraction = ''] = digits.split('.');
  const point = whole.length + Number(exponent);
  const all = whole + fraction;
  return point <= 0 ? `0.${'0'.repeat(-point)}${all}` : all.padEnd(point, '0');
}
