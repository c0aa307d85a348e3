import type { Network } from '../network/network.ts';
import { runPlans } from './run-plans.ts';

/** Cells of the tables in a workbook of the network: what making it takes goes with them, about a second for 1.5 million. */
export const tableCells = (network: Network): number =>
  network.iterations * runPlans(network).reduce((sum, { columns }) => sum + columns.length, 0);
