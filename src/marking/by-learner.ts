import type { Examined } from '../check/examine.ts';
import { groupedBy } from '../check/grouped.ts';
import { fileNameOf } from '../classroom/file-names.ts';
import { type LearnerFiles, newestOf } from './hand-ins.ts';
import { lettersOfName } from './names.ts';

/** A file that was judged, by its path. */
export interface JudgedFile {
  readonly path: string;
  readonly modified: number;
  readonly examined: Examined;
}

/** What a learner handed in, judged. */
export interface JudgedHandIn {
  readonly handIn: LearnerFiles;
  readonly files: readonly JudgedFile[];
}

/**
 * Where only names tell of learners, a folder may hold the files of several: whose a file is, it tells itself. Of the files of a learner the
 * newest count.
 */
export function byLearner({ handIn, files }: JudgedHandIn): readonly JudgedHandIn[] {
  if (handIn.layout !== 'names' || files.length < 2) return [{ handIn, files }];
  const groups = [...groupedBy(files, ({ examined }) => lettersOfName(examined.learner ?? '')).values()];
  return groups.map((group) => {
    const [newest, older] = newestOf(group);
    const paths = new Set(newest.map(({ path }) => path));
    const name = groups.length > 1 ? (group[0]?.examined.learner ?? handIn.name) : handIn.name;
    return {
      handIn: { ...handIn, name, files: newest, older, ...(groups.length > 1 ? { feedback: fileNameOf(name) } : {}) },
      files: group.filter(({ path }) => paths.has(path)),
    };
  });
}
