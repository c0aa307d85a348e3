import { escaped, escapedParagraph, tableRow } from '../explain/markdown.ts';
import type { Topology } from '../quantities/topology.ts';
import { type CurveReading, courseText } from './course-words.ts';
import { type PictureName, pictureMarkup } from './files.ts';
import { type GivenWords, givenTable } from './given.ts';
import { countText, numberText } from './number-words.ts';
import { remarksPlace } from './remarks.ts';
import { handInWords, type RunsCalled } from './words.ts';

/** A picture with what is said below it. */
export interface Captioned {
  readonly pictures: readonly PictureName[];
  readonly caption: string;
}

/** A picture of several curves. */
export interface CurvesSection {
  readonly picture: PictureName;
  /** The largest error that the picture shows, where it leaves some out. */
  readonly clippedAt: number | undefined;
}

/** The curve of a run: its picture, and what is said of it. */
export interface CurveSection extends CurvesSection {
  /** Its learning rate, or its name. */
  readonly label: string;
  readonly reading: CurveReading;
  /** What the sheet Start says the run does. */
  readonly state: string;
}

/** All that the page of a hand-in says. */
export interface HandInPage {
  readonly called: RunsCalled;
  readonly title: string;
  readonly about: string | undefined;
  readonly topology: Topology;
  readonly given: GivenWords;
  readonly workbook: string;
  /** The network's picture; undefined where it would be too large. */
  readonly network: Captioned | undefined;
  readonly sheet: Captioned;
  /** The steps of an iteration as Markdown, or the file that has them. */
  readonly steps: { readonly text: string } | { readonly file: string; readonly iteration: number };
  /** The curves of all learning rates, on an even and on a logarithmic axis. */
  readonly together: readonly CurvesSection[];
  /** The name of the error by which runs are compared, and how many iterations their epochs have, each number once. */
  readonly error: string;
  readonly epochs: readonly number[];
  /** What the sheet Learning rates says of them. */
  readonly comparison: string;
  readonly threshold: number;
  readonly curves: readonly CurveSection[];
}

/** The page of a hand-in as Markdown, with an empty place for remarks. */
export function handInPage(page: HandInPage): string {
  const { title, about, topology, given, workbook, network, sheet, steps } = page;
  const words = handInWords;
  const parts = [
    `# ${escaped(title)}`,
    ...(about === undefined ? [] : [escapedParagraph(about)]),
    words.opening(workbook, page.called),
    `## ${words.given.title}`,
    givenTable(topology, given),
    `## ${words.network.title}`,
    ...(network === undefined ? [words.network.tooLarge(workbook)] : captioned(network)),
    `## ${words.sheet.title}`,
    ...captioned(sheet),
    `## ${words.steps.title}`,
    'text' in steps ? steps.text.trimEnd() : words.steps.elsewhere(steps.file, steps.iteration),
    `## ${words.errors.title(page.called)}`,
    ...errors(page),
    `## ${words.check.title}`,
    words.check
      .lines(workbook, given.networkFile)
      .map((line) => `- ${line}`)
      .join('\n'),
    `## ${words.remarks.title}`,
    remarksPlace(words.remarks.place),
  ];
  return `${parts.join('\n\n')}\n`;
}

const captioned = ({ pictures, caption }: Captioned): readonly string[] => [...pictures.map(pictureMarkup), caption];

function errors({ called, error, epochs, together, comparison, threshold, curves }: HandInPage): readonly string[] {
  const words = handInWords.errors;
  const clipped = ({ clippedAt }: CurvesSection): readonly string[] =>
    clippedAt === undefined ? [] : [words.clipped(clippedAt)];
  return [
    ...together.flatMap((section, k) => [
      ...(k === 0 ? [] : [words.logarithmicNote]),
      pictureMarkup(section.picture),
      ...clipped(section),
    ]),
    [comparison, ...(Math.max(...epochs) > 1 ? [words.mean(epochs)] : []), words.threshold(threshold)].join(' '),
    table(error, curves, called),
    ...curves.flatMap((section) => [
      `### ${words.one(escaped(section.label), called)}`,
      pictureMarkup(section.picture),
      [courseText(section.reading), ...clipped(section)].join(' '),
    ]),
  ];
}

const NONE = '–';

/** The runs in a few numbers, as on Start. */
function table(error: string, curves: readonly CurveSection[], called: RunsCalled): string {
  const head = handInWords.errors.head(escaped(error), called);
  const number = (value: number | undefined): string =>
    value === undefined || !Number.isFinite(value) ? NONE : numberText(value);
  const rows = curves.map(({ label, state, reading: { facts } }) => {
    const { first, last, divergedAt, smallest, below } = facts;
    const some = Number.isFinite(first);
    return [
      escaped(label),
      number(first),
      divergedAt === undefined ? number(last) : NONE,
      number(smallest.value),
      some ? countText(smallest.iteration) : NONE,
      below === undefined ? NONE : countText(below),
      state,
    ];
  });
  return [head, head.map(() => '---'), ...rows].map(tableRow).join('\n');
}
