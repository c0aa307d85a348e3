import { type Fault, InputError } from '../network/input-error.ts';
import type { Network } from '../network/network.ts';
import { networkOfText } from '../network/network-of-text.ts';

/** A network of one's own, or what is wrong with what was given for it. */
export type GivenNetwork = { readonly network: Network } | { readonly faults: readonly Fault[] };

/** The network of a network file's text. */
export function ownNetwork(text: string): GivenNetwork {
  return tried(() => {
    const network = networkOfText(text, '');
    if (network === undefined) throw new InputError([{ path: '', message: notJson(text) }]);
    return network;
  });
}

/** A network, or the faults that keep it from being one. */
export function tried(make: () => Network): GivenNetwork {
  try {
    return { network: make() };
  } catch (error) {
    if (error instanceof InputError) return { faults: error.faults };
    throw error;
  }
}

/** Says where a text is not JSON, as far as the browser tells. */
function notJson(text: string): string {
  try {
    JSON.parse(text);
  } catch (error) {
    const message = (error as Error).message;
    const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
    if (line !== undefined) return `is not JSON: see line ${line}, column ${column}.`;
    const at = Number(/position (\d+)/.exec(message)?.[1] ?? Number.NaN);
    if (Number.isNaN(at)) return 'is not JSON.';
    const lines = text.slice(0, at).split('\n');
    return `is not JSON: see line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}.`;
  }
  return 'is not JSON.';
}
