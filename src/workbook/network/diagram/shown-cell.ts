import { inputError } from '../../../network/input-error.ts';
import { absolute } from '../../../sheet/address.ts';
import { choice, MOST_CHOSEN } from '../../numbers/choice.ts';

/** The cell left of the typed number that holds the sample that is shown: the first, where there is none of the number that was typed. */
export const SHOWN_SAMPLE_POSITION = { row: 4, column: 1 } as const;
export const SHOWN_SAMPLE = absolute(SHOWN_SAMPLE_POSITION.row, SHOWN_SAMPLE_POSITION.column);

/** What a formula can choose from by name, which becomes long. */
const MOST_SAMPLES = 254;

/** The cell of the sample that is shown, of cells of all samples, or a text of them: by name, or where many stand evenly below one another by place. */
export function cellOfShown(cells: readonly string[]): string {
  const [only = ''] = cells;
  if (cells.length === 1) return only;
  if (cells.length > MOST_CHOSEN) {
    const place = evenPlace(cells);
    if (place !== undefined) return place;
  }
  if (cells.length <= MOST_SAMPLES) return choice(SHOWN_SAMPLE, cells);
  throw inputError(
    `of ${cells.length} samples is more than a formula can choose from, ${MOST_SAMPLES}; take a smaller batch.`,
    'batch',
  );
}

/** The cell by its place, where all stand in one column, as far from each other. */
function evenPlace(cells: readonly string[]): string | undefined {
  const places = cells.map((cell) => /^(.*?)(\$[A-Z]+\$)(\d+)$/.exec(cell));
  const [first, second] = places;
  const last = places.at(-1);
  if (first?.[3] === undefined || second?.[3] === undefined || last?.[3] === undefined) return undefined;
  const [from, step] = [Number(first[3]), Number(second[3]) - Number(first[3])];
  const even = places.every(
    (place, k) => place?.[1] === first[1] && place?.[2] === first[2] && Number(place?.[3]) === from + k * step,
  );
  if (!even || step < 1) return undefined;
  const range = `${first[0]}:${last[2]}${last[3]}`;
  return `INDEX(${range},${step === 1 ? SHOWN_SAMPLE : `(${SHOWN_SAMPLE}-1)*${step}+1`})`;
}
