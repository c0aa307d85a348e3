import { strFromU8, unzipSync } from 'fflate';
import { SEAL_PATH } from '../../src/seal/seal.ts';
import { readWorkbook } from '../support/read-workbook.ts';

/** How far numbers of two machines may be apart: slopes from small differences of the error make rounding larger. */
const toleranceOf = (sheet: string): number => (sheet === 'Gradient check' ? 1e-4 : 1e-12);

/** Below this, a number is a difference of nearly equal ones, and nothing but rounding. */
const SMALL = 1e-3;

/**
 * Cells of a workbook that hold another formula than those of another workbook, or a number that is further away than rounding; and parts
 * of its package that differ in more than their numbers: in styles, rules, notes, drawings or anything else.
 */
export function differencesOf(bytes: Uint8Array, others: Uint8Array): readonly string[] {
  const [own, other] = [readWorkbook(bytes), readWorkbook(others)];
  const names = own.sheets.map(({ name }) => name).join();
  const wanted = other.sheets.map(({ name }) => name).join();
  if (names !== wanted) return [`${names} instead of ${wanted}`];
  const cells = other.sheets.flatMap(({ name, cells }, k) => {
    const here = own.sheets[k]?.cells ?? new Map();
    const addresses = new Set([...cells.keys(), ...here.keys()]);
    return [...addresses].flatMap((address) => {
      const [a, b] = [here.get(address), cells.get(address)];
      const alike = a?.formula === b?.formula && near(a?.value, b?.value, toleranceOf(name));
      return alike ? [] : [`${name}!${address}`];
    });
  });
  return [...cells, ...differentParts(bytes, others)];
}

function differentParts(bytes: Uint8Array, others: Uint8Array): readonly string[] {
  const [own, other] = [withoutNumbers(bytes), withoutNumbers(others)];
  return [...new Set([...own.keys(), ...other.keys()])].filter((path) => own.get(path) !== other.get(path));
}

/** The parts of a package without the numbers in their elements, which `differencesOf` compares; and without its seal, a digest of them. */
const withoutNumbers = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(unzipSync(bytes)).map(([path, part]) => [
      path,
      path === SEAL_PATH ? '' : strFromU8(part).replace(/>-?\d[\d.eE+-]*</g, '>0<'),
    ]),
  );

const near = (a: unknown, b: unknown, tolerance: number): boolean =>
  typeof a === 'number' && typeof b === 'number'
    ? Math.abs(a - b) <= tolerance * Math.max(SMALL, Math.abs(b))
    : JSON.stringify(a) === JSON.stringify(b);
