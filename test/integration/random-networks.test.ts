import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnGroups } from '../../src/model/quantities.ts';
import type { Network } from '../../src/network/network.ts';
import { topologyOf, trainedOf } from '../../src/quantities/topology.ts';
import { relative } from '../../src/sheet/address.ts';
import { GRADIENT_CHECK_SHEET, gradientCheckLayout, verdictColumns } from '../../src/workbook/gradient-check/layout.ts';
import { tableLayout } from '../../src/workbook/layout.ts';
import { anyNetwork } from '../helpers/any-network.ts';
import { isConditioned } from '../helpers/conditioned.ts';
import { thinned } from '../helpers/thinned.ts';
import { workbookBytes } from '../helpers/workbook.ts';
import { recalculateWithHyperFormula } from '../support/hyperformula.ts';
import { describeWithLibreOffice, recalculateWithLibreOffice } from '../support/libreoffice.ts';
import { packageFaults } from '../support/package-checks.ts';
import { readWorkbook } from '../support/read-workbook.ts';
import type { Recalculated } from '../support/recalculated.ts';
import { validateAll } from '../support/validator.ts';
import { disagreements, endToEnd, endToEndWithoutInt } from './agreement.ts';
import { stepFaults } from './one-step.ts';

/** How many networks; NETWORKS=200 tries more of them, as .ci/run does, and SEED others. */
const RUNS = Number(process.env.NETWORKS ?? 3);

/** The validator takes a second a file: one does, unless more networks are asked for. */
const VALIDATED = process.env.NETWORKS === undefined ? 1 : RUNS;
const SEED = Number(process.env.SEED ?? 20);

/** LibreOffice calculates some of them where more are asked for. */
const IN_LIBREOFFICE = process.env.NETWORKS === undefined ? 0 : Math.min(RUNS, 40);

/** One step from the row's own numbers; the floor is what rounding leaves where terms of about 1 cancel. */
const ONE_STEP = { relative: 1e-11, floor: 1e-12 };

/** Weights whose gradient the sheet marks ✗. */
function failedChecks(network: Network, calculated: Recalculated): readonly string[] {
  const topology = topologyOf(network);
  const table = tableLayout(topology, columnGroups(topology), network.iterations);
  const { firstRow } = gradientCheckLayout(topology, table);
  return trainedOf(topology).flatMap(({ name }, k) =>
    calculated.value(GRADIENT_CHECK_SHEET, relative(firstRow + k, verdictColumns.agrees)) === '✗' ? [name] : [],
  );
}

/** Whether the numbers of a network stay within what a cell can hold, so that its gradients can be checked. */
const isTame = (calculated: Recalculated): boolean => typeof calculated.value(GRADIENT_CHECK_SHEET, 'C6') === 'number';

const networks = anyNetwork.filter(isConditioned);

describe('the workbook of any network', () => {
  test(`shows in every cell what the engine finds, and its gradient check is all ✓: ${RUNS} networks`, async () => {
    await fc.assert(
      fc.asyncProperty(networks, async (network) => {
        const bytes = await workbookBytes(network);
        const fewer = thinned(bytes);
        const workbook = readWorkbook(fewer);
        const calculated = recalculateWithHyperFormula(fewer);
        expect(disagreements(workbook, calculated, endToEndWithoutInt)).toEqual([]);
        for (const rate of network.learningRates) expect(stepFaults(network, rate, calculated, ONE_STEP)).toEqual([]);
        if (isTame(calculated)) expect(failedChecks(network, calculated)).toEqual([]);
        expect(packageFaults(bytes)).toEqual([]);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  }, 3_600_000);

  test(`is found valid by Microsoft's validator: ${VALIDATED} of them`, async () => {
    const files = await Promise.all(fc.sample(networks, { numRuns: VALIDATED, seed: SEED }).map(workbookBytes));
    expect((await validateAll(files)).flat()).toEqual([]);
  }, 3_600_000);

  if (IN_LIBREOFFICE > 0)
    describeWithLibreOffice('in LibreOffice', () => {
      test(`shows the same: ${IN_LIBREOFFICE} networks`, async () => {
        const drawn = fc.sample(networks, { numRuns: IN_LIBREOFFICE, seed: SEED });
        const files = await Promise.all(drawn.map(workbookBytes));
        const results = await recalculateWithLibreOffice(files.map((bytes) => ({ bytes })));
        const off = results.map((calculated, k) =>
          disagreements(readWorkbook(files[k] ?? new Uint8Array()), calculated, endToEnd),
        );
        expect(off).toEqual(drawn.map(() => []));
      }, 3_600_000);
    });
});
