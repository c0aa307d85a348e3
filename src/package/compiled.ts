import { MODULE } from './compiled-module.ts';

/**
 * What `src/package/assembly` exports, which makes and compresses rows: a WebAssembly module with a memory of its own. It does what V8 would
 * take four times as long for, from the first row on, and leaves no garbage behind. Places are addresses in its memory.
 */
export interface Compiled {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly powers: Constant;

  clear(): void;
  templateRoom(size: number): number;
  readTemplate(size: number): void;
  offsetsAt(): number;
  setIndex(index: number): void;
  valuesAt(): number;
  writeRow(row: number): void;
  textAt(): number;
  textLength(): number;
  deflate(): void;
  deflatedAt(): number;
  deflatedLength(): number;

  codeLengths(counts: number, size: number, most: number, lengths: number): void;
  codesOf(lengths: number, size: number, codes: number): void;
}

/** An address that never changes. */
interface Constant {
  readonly value: number;
}

/** The powers of ten that the texts of numbers need run from 10 to this power to 10 to that one. */
const [LEAST_POWER, MOST_POWER] = [-292, 324];

/** What is used here of the WebAssembly JavaScript Interface, which every platform has. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
};

let known: { readonly module: object; readonly powers: BigUint64Array } | undefined;

/**
 * The module, ready for use: each time another one, with a memory of its own.
 *
 * @throws RangeError when there is no room for it
 */
export function compiled(): Compiled {
  known ??= {
    module: new WebAssembly.Module(Uint8Array.from(atob(MODULE), (byte) => byte.charCodeAt(0))),
    powers: powersOfTen(),
  };
  const result = instanceOf(known.module);
  new BigUint64Array(result.memory.buffer, result.powers.value, known.powers.length).set(known.powers);
  return result;
}

function instanceOf(module: object): Compiled {
  try {
    return new WebAssembly.Instance(module, { env: { abort: outOfMemory } }).exports as Compiled;
  } catch (cause) {
    throw new RangeError(
      'There is no room for the memory of a WebAssembly module. Where addresses are limited, as by `ulimit -v`, start Node with --disable-wasm-trap-handler.',
      { cause },
    );
  }
}

function outOfMemory(): never {
  throw new RangeError('There is not enough memory for the rows of the workbook.');
}

/** Of each power its highest 128 bits, the rest rounded up; the upper 64 of them come first. */
function powersOfTen(): BigUint64Array {
  const powers = new BigUint64Array(2 * (MOST_POWER - LEAST_POWER + 1));
  const put = (exponent: number, bits: bigint): void => {
    powers[2 * (exponent - LEAST_POWER)] = bits >> 64n;
    powers[2 * (exponent - LEAST_POWER) + 1] = BigInt.asUintN(64, bits);
  };
  for (let exponent = 0, power = 1n; exponent <= MOST_POWER; exponent++, power *= 10n) {
    /** ⌊log₂ power⌋ */
    const size = BigInt(Math.floor(exponent * Math.log2(10)));
    const cut = size - 127n;
    put(exponent, cut <= 0n ? power << -cut : ((power - 1n) >> cut) + 1n);
    if (exponent > 0 && -exponent >= LEAST_POWER) put(-exponent, (1n << (size + 128n)) / power + 1n);
  }
  return powers;
}
