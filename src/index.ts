/** The library's public face. */
export { type CheckOptions, checkWorkbook } from './check/check.ts';
export type { Finding, FindingKind, NotJudged, Report, Spot, TableReport, Verdict } from './check/finding.ts';
export { markdownReport, markdownTable } from './check/report/markdown.ts';
export { reportsTable, textReport } from './check/report/text.ts';
export { withOwnNumbers } from './classroom/own-numbers.ts';
export type { Answers, Data, Example, InputColumn } from './data/data.ts';
export { type DataFault, DataFaults } from './data/fault.ts';
export { type ReadyData, readyData } from './data/ready.ts';
export { type SetName, setNames } from './data/sets/index.ts';
export { type TableChoice, type TableOptions, tableData } from './data/table.ts';
export { type Blank, blankChoices } from './model/asked.ts';
export { type Fault, InputError } from './network/input-error.ts';
export { networkJsonSchema } from './network/json-schema.ts';
export type { Moment, PartialMoment } from './network/moment.ts';
export {
  type ActivationName,
  activationNames,
  type Batch,
  type InitialWeights,
  type InitialWeightsRule,
  initialWeightsRules,
  type LossName,
  lossNames,
  type Network,
  type NetworkLayer,
  type NetworkRun,
  type OptimizerFile,
  type OptimizerName,
  optimizerNames,
  type ScheduleFile,
  type ScheduleName,
  scheduleNames,
  type TrainingSample,
} from './network/network.ts';
export { parseNetwork } from './network/parse.ts';
export { networkNames, networkTemplate } from './network/ready-made.ts';
export { type ComparedNetwork, comparedNetworks, singleRun } from './network/runs.ts';
export type { NetworkSource } from './network/source.ts';
export { explain } from './pipeline/explain.ts';
export { type ExerciseTask, type Generation, generate, generateExercise } from './pipeline/generate.ts';
export type { GenerateOptions, Progress } from './pipeline/generate-options.ts';
export { type HandIn, handIn } from './pipeline/hand-in.ts';
export type { RunSummary } from './pipeline/run-summary.ts';
export { type ScriptLibrary, scriptLibraries, trainingScript } from './pipeline/script.ts';
export { type ComparedChoice, type ComparedName, comparedNames } from './settings/compare.ts';
export { withInitialValues } from './settings/initial-values.ts';
export {
  type Biases,
  biasChoices,
  type ScheduleChoice,
  type Settings,
  scheduleChoices,
  withSettings,
} from './settings/settings.ts';
export { type ErrorValue, errorShown } from './training/cell-error.ts';
export type { RowThreads } from './xlsx/threads.ts';
