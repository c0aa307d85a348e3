/** The library's public face. */
export { type CheckOptions, checkWorkbook } from './check/check.ts';
export type { Finding, FindingKind, NotJudged, Report, Spot, TableReport, Verdict } from './check/finding.ts';
export { markdownReport, markdownTable } from './check/report/markdown.ts';
export { filesTable as reportsTable, textReport } from './check/report/text.ts';
export type { DrawingTemplates } from './drawing/template.ts';
export { explain } from './explain.ts';
export {
  type ExerciseTask,
  type Generation,
  generate,
  generateExercise,
  type Progress,
  type RunSummary,
  type Surroundings,
} from './generate.ts';
export { type Blank, blankChoices } from './model/asked.ts';
export type { Compression } from './package/compression.ts';
export type { Segment } from './package/segment.ts';
export type { OpenThreads, RowThreads } from './package/threads.ts';
export { errorShown } from './spec/cell-error.ts';
export type { Moment, PartialMoment } from './spec/choice.ts';
export type { RowBlock } from './spec/filling.ts';
export { withInitialValues } from './spec/initial-values.ts';
export { type Fault, InputError, inputError } from './spec/input-error.ts';
export { nearest } from './spec/nearest.ts';
export {
  type ActivationName,
  activationNames,
  type LossName,
  lossNames,
  type Network,
  networkJsonSchema,
  type OptimizerName,
  optimizerNames,
} from './spec/network.ts';
export { parseNetwork } from './spec/parse.ts';
export { quoted, visible } from './spec/path-text.ts';
export { type Biases, biasChoices, type Settings, withSettings } from './spec/settings.ts';
