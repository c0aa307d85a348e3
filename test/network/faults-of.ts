import { InputError } from '../../src/network/input-error.ts';
import { parseNetwork } from '../../src/network/parse.ts';
import { classNetwork } from '../helpers/networks.ts';

/** The lines of the error that a value of unknown type gives; empty where it is a network. */
export function faultsOf(value: unknown, source?: string): readonly string[] {
  try {
    parseNetwork(value, source);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.message.split('\n');
    throw error;
  }
}

/** The class network with other fields, right or wrong. */
export const changed = (changes: Readonly<Record<string, unknown>>): unknown => ({ ...classNetwork, ...changes });
