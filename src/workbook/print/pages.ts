import type { PrintArea, PrintSetup } from '../../sheet/print.ts';
import type { Measure, Span } from './measure.ts';

/** What fits on a page of A4 within its margins, in pixels at 96 dpi; a little less high, for programs that draw rows higher. */
const PAPER = {
  landscape: { width: 1045, height: 680 },
  portrait: { width: 717, height: 1005 },
} as const;

/** Pixels side by side on landscape A4 above which letters become too small to read. */
const READABLE_WIDTH = 1700;

/** A little more than a page goes onto one in smaller letters, so that no page holds a few rows or columns alone. */
const A_LITTLE_MORE = 1.25;
const A_LITTLE_WIDER = 1.1;

/** A part of a sheet that is to be printed. */
export interface PrintPart {
  readonly rows: Span;
  readonly columns: Span;
  /** Rows and columns with which a page had best begin. */
  readonly beginsRow?: (row: number) => boolean;
  readonly beginsColumn?: (column: number) => boolean;
  /** Rows with which a page must not begin. */
  readonly keepsRow?: (row: number) => boolean;
  /** The rows of all pages but those at the left; the same as theirs if left out. */
  readonly rowsBeside?: Span;
  /** So many times as much goes onto a page, in letters that are smaller by as much; 1 unless given. */
  readonly dense?: number;
  /** Whether the rows stay together, in smaller letters if need be. */
  readonly whole?: boolean;
  /** Whether the columns stay together likewise. */
  readonly wholeWidth?: boolean;
  /** Pages side by side, and below one another, at most; what is beyond is not printed. */
  readonly mostWide?: number;
  readonly mostHigh?: number;
  /** A column whose page is printed for certain: in place of the last of these, where it is beyond. */
  readonly certainColumn?: number;
}

/** Rows and columns that every page repeats. */
export interface Titles {
  readonly rows?: Span;
  readonly columns?: Span;
}

/** The pages of a part, and whether it has more than these. */
export interface Pages {
  readonly pages: readonly PrintArea[];
  readonly cut: boolean;
}

/** Parts a part of a sheet into pages: at texts and drawings where it can, at the beginnings of groups where that leaves no page half empty. */
export function pagesOf(
  measure: Measure,
  part: PrintPart,
  orientation: PrintSetup['orientation'],
  titles: Titles = {},
): Pages {
  const { rows, columns, mostWide = Number.POSITIVE_INFINITY, mostHigh = Number.POSITIVE_INFINITY } = part;
  const repeated = total(titles.columns, measure.widthOf);
  const last = measure.reach(rows, columns);
  const readable = part.wholeWidth ? Number.POSITIVE_INFINITY : READABLE_WIDTH;
  const across = evenly({ first: columns.first, last }, measure.widthOf, {
    room: (first) => readable - (first === columns.first ? 0 : repeated),
    may: measure.mayBeginColumn(rows),
    best: part.beginsColumn,
    stretch: A_LITTLE_WIDER,
    slack: A_LITTLE_WIDER,
  });
  const certain = across.slice(mostWide).find((side) => isWithin(part.certainColumn, side));
  const sides =
    certain === undefined || mostWide < 2 ? across.slice(0, mostWide) : [...across.slice(0, mostWide - 1), certain];
  const pages = sides.map((side, k): Pages => {
    const width = total(side, measure.widthOf) + (k === 0 ? 0 : repeated);
    const lines = k === 0 ? rows : (part.rowsBeside ?? rows);
    const down = parted(lines, measure.heightOf, {
      room: (first) =>
        (part.dense ?? 1) * roomFor(width, orientation) -
        (first === lines.first ? 0 : total(titles.rows, measure.heightOf)),
      may: (row) => measure.mayBeginRow(row) && !(part.keepsRow?.(row) ?? false),
      best: part.beginsRow,
      stretch: part.whole
        ? Number.POSITIVE_INFINITY
        : across.length === 1 || isFree(side, lines, measure)
          ? A_LITTLE_MORE
          : 1,
    });
    const areas = down.slice(0, mostHigh).map(({ first: top, last: bottom }): PrintArea => {
      return { top, left: side.first, bottom, right: side.last };
    });
    return {
      pages: areas.map((area) => widened(area, columns.first, measure, orientation)),
      cut: down.length > mostHigh,
    };
  });
  return { pages: pages.flatMap((each) => each.pages), cut: across.length > mostWide || pages.some(({ cut }) => cut) };
}

const isWithin = (line: number | undefined, { first, last }: Span): boolean =>
  line !== undefined && line >= first && line <= last;

/** Pixels of height that a page has for a width: whatever is wider than the paper is drawn smaller. */
export const roomFor = (width: number, orientation: PrintSetup['orientation']): number =>
  PAPER[orientation].height * Math.max(1, width / PAPER[orientation].width);

/** Whether nothing stands at the right of these columns. */
const isFree = ({ last }: Span, rows: Span, measure: Measure): boolean => measure.lastColumnOf(rows) <= last;

/**
 * An area that is too high for its width gets further columns, so that the page as a whole is drawn smaller: empty ones at the right, or
 * where there are none those before it.
 */
function widened(area: PrintArea, first: number, measure: Measure, orientation: PrintSetup['orientation']): PrintArea {
  const height = total({ first: area.top, last: area.bottom }, measure.heightOf);
  const free = isFree({ first: area.left, last: area.right }, { first: area.top, last: area.bottom }, measure);
  let width = total({ first: area.left, last: area.right }, measure.widthOf);
  let { left, right } = area;
  while (roomFor(width, orientation) < height && (free || left > first))
    width += free ? measure.widthOf(++right) : measure.widthOf(--left);
  return { ...area, left, right };
}

/** How lines, which are rows or columns, may be parted. */
interface Parting {
  /** What a page has room for that begins with a line. */
  readonly room: (first: number) => number;
  /** Whether a page may begin with a line. */
  readonly may: (line: number) => boolean;
  /** Whether a page had best begin with a line. */
  readonly best: ((line: number) => boolean) | undefined;
  /** How much more than the room may be taken where it is all that is left. */
  readonly stretch?: number;
  /** How much more than the room may be taken to end before a line with which a page had best begin. */
  readonly slack?: number;
}

/** Parts into as many pages as {@link parted} does, but of like sizes; into none where one of them would be nearly as large as all. */
function evenly(lines: Span, sizeOf: (line: number) => number, parting: Parting): readonly Span[] {
  const full = parted(lines, sizeOf, parting);
  if (full.length === 1) return full;
  const least = 1 / full.length;
  const shares = Array.from({ length: EVEN_STEPS }, (_, k) => least + (k / EVEN_STEPS) * (1 - least));
  const even = shares
    .map((share) => parted(lines, sizeOf, { ...parting, stretch: 1, room: (first) => parting.room(first) * share }))
    .find(({ length }) => length <= full.length);
  const spans = even ?? full;
  const largest = Math.max(...spans.map((span) => total(span, sizeOf)));
  return largest > NEARLY_ALL * total(lines, sizeOf) ? [lines] : spans;
}

/** Sizes of pages that are tried. */
const EVEN_STEPS = 8;

/** From this share on, parting is of no use. */
const NEARLY_ALL = 0.75;

/** Parts lines into pages. Where none may begin, a page takes more than it has room for. */
function parted(
  lines: Span,
  sizeOf: (line: number) => number,
  { room, may, best, stretch = 1, slack = 1 }: Parting,
): readonly Span[] {
  const spans: Span[] = [];
  for (let first = lines.first; first <= lines.last; ) {
    const space = room(first);
    const last = fits({ first, last: lines.last }, sizeOf, space * stretch) ? lines.last : lastOfPage(first, space);
    spans.push({ first, last });
    first = last + 1;
  }
  return spans;

  function lastOfPage(first: number, space: number): number {
    let used = 0;
    let possible: number | undefined;
    let good: number | undefined;
    for (let line = first; line < lines.last; line++) {
      used += sizeOf(line);
      if (used > space * slack && possible !== undefined) return good ?? possible;
      if (!may(line + 1)) continue;
      if (used <= space || possible === undefined) possible = line;
      if (best?.(line + 1) && used >= space / 2) good = line;
    }
    return used + sizeOf(lines.last) > space ? (good ?? possible ?? lines.last) : lines.last;
  }
}

const fits = (span: Span, sizeOf: (line: number) => number, space: number): boolean =>
  total(span, sizeOf, space) <= space;

/** The size of a stretch of lines; of none, 0. It is not counted beyond what is of interest. */
function total(span: Span | undefined, sizeOf: (line: number) => number, most = Number.POSITIVE_INFINITY): number {
  let sum = 0;
  if (span !== undefined) for (let line = span.first; line <= span.last && sum <= most; line++) sum += sizeOf(line);
  return sum;
}
