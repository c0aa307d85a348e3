import { fileNameOf } from '../classroom/file-names.ts';
import { momentIn } from './moment.ts';

/** Learning platforms whose downloads are understood, and what is read where there is none: folders and files named for learners. */
export const layoutNames = [
  'Moodle',
  'Sakai',
  'Brightspace',
  'Blackboard',
  'Canvas',
  'ILIAS',
  'GitHub Classroom',
  'nbgrader',
  'pattern',
  'names',
] as const;

/** The name of a layout. */
export type LayoutName = (typeof layoutNames)[number];

/** What the path of a file tells of who handed it in, and when. */
export interface HandInPlace {
  readonly layout: LayoutName;
  /** The same for all files of a learner, and for no other's. */
  readonly key: string;
  /** What the learner is called there: a name, or where there is none a login. */
  readonly name: string;
  /** Whether that is a whole name, and not a login or a number. */
  readonly isName: boolean;
  /** The number or login by which the platform knows the learner; the teacher's list of marks may have it. */
  readonly id: string | undefined;
  /** When the attempt was handed in, so that a later one comes after in the order of the alphabet; empty where only one is given. */
  readonly attempt: string;
  /** Whether the path says that it was late. */
  readonly late: boolean;
  /** Where feedback belongs, by which the platform takes it back: a path without its ending. */
  readonly feedback: string;
}

interface Groups {
  readonly [name: string]: string | undefined;
}

/** How a platform names what it hands out. */
interface Layout {
  readonly name: LayoutName;
  /** Matches one part of a path, or with `whole` all of it. */
  readonly pattern: RegExp;
  readonly whole?: boolean;
  /** Whether it takes so much for its own that it counts only where most of the files fit. */
  readonly loose?: boolean;
  /** @param before the parts of the path before the one that matched, with `/` at the end */
  readonly read: (groups: Groups, part: string, before: string) => Omit<HandInPlace, 'layout'>;
}

const place = (
  name: string,
  rest: Partial<Omit<HandInPlace, 'layout' | 'name'>> & Pick<HandInPlace, 'feedback'>,
): Omit<HandInPlace, 'layout'> => {
  const isName = rest.isName ?? true;
  return { name, isName, key: rest.id ?? name, id: undefined, attempt: '', late: false, ...rest };
};

/** Sources: the platforms' own code, and tools of teachers that read their downloads. */
const layouts: readonly Layout[] = [
  {
    name: 'Moodle',
    pattern: /^(?<name>[^_/]*)(?:_(?<id>\d+))?_assignsubmission_(?<plugin>[a-z]+)(?:_(?<rest>.*))?$/u,
    read: ({ name = '', id, plugin = '' }, _, before) =>
      place(name, {
        id,
        isName: !/^\P{L}*$/u.test(name) && !/^\p{L}+ \d+$/u.test(name),
        feedback: `${before}${[name, ...(id === undefined ? [] : [id])].join('_')}_assignsubmission_${plugin}/feedback`,
      }),
  },
  {
    name: 'Sakai',
    whole: true,
    pattern: /^(?<before>(?:.*\/)?)(?<name>[^/]*)\((?<id>[^()/]+)\)[/_]Submission attachment\(s\)[/_](?<file>.+)$/u,
    read: ({ before = '', name = '', id = '' }) =>
      place(name.trim(), { id, feedback: `${before}${name}(${id})/Feedback Attachment(s)/feedback` }),
  },
  {
    name: 'Brightspace',
    pattern:
      /^(?<ids>\d+-\d+) - (?<name>.+?) - (?<date>\p{L}+\.? \d{1,2}, \d{4} \d{1,2}:?\d\d(?: [AP]M)?)(?: ?- (?<file>.+))?$/u,
    read: ({ ids = '', name = '', date = '' }, _, before) =>
      place(name, { attempt: momentIn(date), feedback: `${before}${ids} - ${name} - ${date}/feedback` }),
  },
  {
    name: 'Blackboard',
    pattern: /^(?<task>.+)_(?<id>[^_]+)_(?<word>[^_\d]+)_(?<stamp>\d{4}(?:-\d\d){5})(?:_(?<file>.+)|\.txt)$/u,
    read: ({ task = '', id = '', word = '', stamp = '' }, _, before) =>
      place(id, { id, isName: false, attempt: stamp, feedback: `${before}${task}_${id}_${word}_${stamp}_feedback` }),
  },
  {
    name: 'Canvas',
    pattern:
      /^(?:(?!LATE_)(?<name>.+?)_)?(?:(?<late>LATE)_)?(?<id>\d+|anon_[0-9A-Za-z]+)_(?:(?<attachment>\d+)_(?<file>.+)|text\.html)$/u,
    read: ({ name, late, id = '', attachment }, _, before) =>
      place(name ?? id, {
        id,
        isName: name !== undefined,
        late: late !== undefined,
        feedback: `${before}${[name, id, attachment].filter((each) => each !== undefined).join('_')}_feedback`,
      }),
  },
  {
    name: 'ILIAS',
    loose: true,
    pattern: /^(?<name>.+)_(?<login>[^_]+)_(?<id>\d+)$/u,
    read: ({ name = '', id = '' }, part, before) =>
      place(name.replaceAll('_', ' '), { id, feedback: `${before}${part}/feedback` }),
  },
  {
    name: 'GitHub Classroom',
    whole: true,
    pattern: /^(?<before>(?:.*\/)?(?<slug>[^/]+)-submissions\/)(?<repository>[^/]+)\/.+$/u,
    read: ({ before = '', slug = '', repository = '' }) => {
      const login = repository.startsWith(`${slug}-`) ? repository.slice(slug.length + 1) : repository;
      return place(login, { id: login, isName: false, feedback: `${before}${repository}/feedback` });
    },
  },
  {
    name: 'nbgrader',
    whole: true,
    pattern: /^(?<before>(?:.*\/)?)submitted\/(?<id>[^/]+)\/(?<task>[^/]+)\/.+$/u,
    read: ({ before = '', id = '', task = '' }) =>
      place(id, { id, isName: false, feedback: `${before}feedback/${id}/${task}/feedback` }),
  },
];

/**
 * What each of the paths tells. Of loose layouts one is read only where most paths fit it.
 *
 * @param pattern of one's own, with groups called name, id and attempt
 * @param common characters at the beginning of all paths that name no learner
 */
export function handInPlaces(paths: readonly string[], pattern?: RegExp, common = 0): readonly HandInPlace[] {
  if (pattern !== undefined) return paths.map((path) => byPattern(path, pattern) ?? byName(path.slice(common)));
  const strict = layouts.filter(({ loose }) => loose !== true);
  const loose = layouts.filter((layout) => {
    const fitting = paths.filter((path) => byLayout(path, layout) !== undefined);
    return layout.loose === true && fitting.length * 2 > paths.length;
  });
  return paths.map((path) => {
    for (const layout of [...strict, ...loose]) {
      const found = byLayout(path, layout);
      if (found !== undefined) return found;
    }
    return byName(path.slice(common));
  });
}

function byLayout(path: string, { name, pattern, whole, loose, read }: Layout): HandInPlace | undefined {
  const parts = path.split('/');
  // What is loose never matches a file, which a person may have named so.
  const candidates = whole ? [path] : loose ? parts.slice(0, -1) : parts;
  for (const [k, part] of candidates.entries()) {
    const match = pattern.exec(part);
    if (match === null) continue;
    const before = whole
      ? ''
      : parts
          .slice(0, k)
          .map((each) => `${each}/`)
          .join('');
    const found = { layout: name, ...read(match.groups ?? {}, part, before) };
    return { ...found, key: `${name} ${found.key}` };
  }
  return undefined;
}

function byPattern(path: string, pattern: RegExp): HandInPlace | undefined {
  const { name, id, attempt = '' } = pattern.exec(path)?.groups ?? {};
  const known = name ?? id;
  if (known === undefined) return undefined;
  const rest = { id, attempt, isName: name !== undefined, feedback: `${fileNameOf(known)}/feedback` };
  return { layout: 'pattern', ...place(known, rest) };
}

/** Copies of a file: "a (2)", "a - Copy", "a_v2", "a final". */
const COPY = /(?: ?\(\d+\)| ?[-–_ ] ?(?:copy|kopie|final|v\d+))+$/iu;

/** Where nothing else is told: the folder of a learner, or the file named for one. */
function byName(path: string): HandInPlace {
  const parts = path.split('/');
  const file = parts.at(-1) ?? '';
  const stem = file.replace(/\.[^.]*$/, '');
  const plain = stem.replace(/\s+/gu, ' ').replace(COPY, '').replaceAll('_', ' ').trim();
  const name = (parts.length > 1 ? parts.at(-2) : undefined) ?? (plain === '' ? stem : plain);
  return { layout: 'names', ...place(name, { feedback: parts.length > 1 ? `${name}/feedback` : `${name}` }) };
}
