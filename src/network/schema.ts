import * as z from 'zod/mini';
import { setNames } from '../data/sets/index.ts';
import {
  EXCEL_COLUMNS,
  LONGEST_RUN_NAME,
  LONGEST_TITLE,
  MAX_ITERATIONS,
  MAX_LAYERS,
  MAX_LEARNING_RATES,
  MAX_RUNS,
  MAX_SAMPLES,
  SMALLEST_NUMBER,
} from './limits.ts';
import {
  activationNames,
  batchWords,
  initialWeightsRules,
  lossNames,
  optimizerNames,
  scheduleNames,
} from './network.ts';
import { line } from './text.ts';

const fitsCell = (value: number): boolean => value === 0 || Math.abs(value) >= SMALLEST_NUMBER;

/** Any number that a cell can hold. */
export const cellNumber = z.number().check(
  z.refine(fitsCell, {
    error: ({ input }) =>
      `must be 0 or at least ${SMALLEST_NUMBER} in size, the smallest number of a cell, not ${input}`,
  }),
);

/** Whether a value is one: the same without the validator, for the sake of long lists. */
export const isCellNumber = (value: unknown): boolean =>
  typeof value === 'number' && Number.isFinite(value) && fitsCell(value);

/** A number that is more than 0. */
const positive = cellNumber.check(z.positive());

const share = cellNumber.check(z.gte(0), z.lt(1));

const wholeNumber = (least: number, most: number): z.ZodMiniNumberFormat => z.int().check(z.gte(least), z.lte(most));

/** A list with something in it. */
const listOf = <Item extends z.ZodMiniType>(item: Item, most: number): z.ZodMiniReadonly<z.ZodMiniArray<Item>> =>
  z.readonly(z.array(item).check(z.minLength(1), z.maxLength(most)));

/** Every number of a list gets a column or a row of its own; where there are more, they are not even looked at. */
const list = <Item extends z.ZodMiniType>(item: Item): z.ZodMiniReadonly<z.ZodMiniArray<Item>> =>
  listOf(item, EXCEL_COLUMNS);

/** An object with these fields and no others. */
const object = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.readonly(z.strictObject(shape));

/** One training example. */
const sample = object({ inputs: list(cellNumber), targets: list(cellNumber) });

/** What an input or an output is called. */
const name = line(60).check(z.minLength(1));

/** Where the samples come from, in place of "samples". */
export const dataSchema = object({
  set: z.optional(z.enum(setNames)),
  file: z.optional(z.string().check(z.minLength(1), z.maxLength(1000))),
  targets: z.optional(list(z.string())),
  samples: z.optional(wholeNumber(1, MAX_SAMPLES)),
  noise: z.optional(cellNumber.check(z.gte(0))),
  seed: z.optional(wholeNumber(0, 0xff_ff_ff_ff)),
  test: z.optional(share),
  standardise: z.optional(z.boolean()),
});

const layer = object({
  activation: z.enum(activationNames),
  slope: z.optional(cellNumber),
  weights: z.optional(list(list(cellNumber))),
  units: z.optional(wholeNumber(1, 1000)),
  bias: z.optional(z.union([cellNumber, list(cellNumber)])),
  trainBias: z.optional(z.boolean()),
});

const initialWeights = object({
  rule: z.enum(initialWeightsRules),
  seed: z.optional(wholeNumber(0, 0xff_ff_ff_ff)),
  range: z.optional(positive),
  value: z.optional(cellNumber),
});

const optimizer = object({
  name: z.enum(optimizerNames),
  momentum: z.optional(share),
  alpha: z.optional(share),
  beta1: z.optional(share),
  beta2: z.optional(share),
  epsilon: z.optional(cellNumber.check(z.gte(0))),
  weightDecay: z.optional(positive),
  l1: z.optional(positive),
});

const schedule = object({
  name: z.enum(scheduleNames),
  every: z.optional(wholeNumber(1, MAX_ITERATIONS)),
  factor: z.optional(positive),
  least: z.optional(cellNumber.check(z.gte(0))),
});

const batch = z.optional(z.union([z.enum(batchWords), wholeNumber(1, MAX_SAMPLES)]));

const warmUp = z.optional(wholeNumber(1, MAX_ITERATIONS));

/** One of the runs that are compared. */
const run = object({
  name: line(LONGEST_RUN_NAME).check(z.minLength(1)),
  learningRate: z.optional(positive),
  batch,
  activation: z.optional(z.union([z.enum(activationNames), listOf(z.enum(activationNames), MAX_LAYERS)])),
  initialWeights: z.optional(initialWeights),
  loss: z.optional(z.enum(lossNames)),
  optimizer: z.optional(optimizer),
  schedule: z.optional(schedule),
  warmUp,
});

/**
 * The validator of a network file: its fields, their types and bounds. What they are for is said in `field-descriptions.ts`, what fits
 * together is checked in `misfits.ts`.
 */
export const networkSchema = object({
  $schema: z.optional(z.string()),
  title: line(LONGEST_TITLE).check(z.minLength(1)),
  about: z.optional(line(1000)),
  samples: z.optional(listOf(sample, MAX_SAMPLES)),
  data: z.optional(dataSchema),
  testSamples: z.optional(listOf(sample, MAX_SAMPLES)),
  inputs: z.optional(list(object({ name, mean: z.optional(cellNumber), deviation: z.optional(positive) }))),
  outputs: z.optional(list(name)),
  batch,
  layers: listOf(layer, MAX_LAYERS),
  initialWeights: z.optional(initialWeights),
  loss: z.enum(lossNames),
  optimizer: z.optional(optimizer),
  schedule: z.optional(schedule),
  warmUp,
  learningRates: listOf(positive, MAX_LEARNING_RATES),
  runs: z.optional(listOf(run, MAX_RUNS)),
  iterations: wholeNumber(1, MAX_ITERATIONS),
});

/** What a network file says; weights may still be left to a rule. */
export type NetworkFile = z.infer<typeof networkSchema>;

/** A layer of it. */
export type FileLayer = NetworkFile['layers'][number];
