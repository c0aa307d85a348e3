import { layerStages } from '../../../model/layer-stages.ts';
import type { Topology } from '../../../quantities/topology.ts';
import { absolute } from '../../../sheet/address.ts';
import type { Formula } from '../../../sheet/cell.ts';
import { live } from '../../numbers/live.ts';

/** The cell on Network that says up to which step everything is shown. */
export const STAGE_POSITION = { row: 3, column: 3 } as const;

/** The cell left of it that holds the number of that step, counted from 1. */
export const SHOWN_STAGE_POSITION = { row: 3, column: 1 } as const;
export const SHOWN_STAGE = absolute(SHOWN_STAGE_POSITION.row, SHOWN_STAGE_POSITION.column);

/** The number of the last stage: that everything is shown. */
export const allShown = (topology: Pick<Topology, 'layers'>): number => layerStages(topology).length + 1;

/** A number or text that is blank before a stage is reached; what is given is always there. Everything is shown at first. */
export const fromStage = (stage: number, { formula, value }: Formula): Formula =>
  live(stage <= 1 ? formula : `IF(${SHOWN_STAGE}>=${stage},${formula},"")`, value);

/** The formula that is shown from a stage on; the formula itself where there is none. */
export const withoutStage = (formula: string): string =>
  formula.startsWith(`IF(${SHOWN_STAGE}>=`) ? formula.slice(formula.indexOf(',') + 1, -',"")'.length) : formula;
