import type { NotJudged } from '../finding.ts';
import type { FoundTable } from './join.ts';

/** Tables of a workbook that are judged. */
export const MOST_TABLES = 200;

/** Says that tables beyond these were not judged. */
export const tooMany = (found: readonly FoundTable[]): readonly NotJudged[] =>
  found.length <= MOST_TABLES
    ? []
    : [
        {
          sheet: found[MOST_TABLES]?.sheet ?? '',
          what: `${found.length - MOST_TABLES} of ${found.length} tables`,
          why: `only the first ${MOST_TABLES} of a workbook are judged`,
        },
      ];
