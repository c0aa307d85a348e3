import { describe, expect, test } from 'vitest';
import { isAsMade, remarksPlace, sealed, sealsOf, withRemarksOf } from '../../src/hand-in/remarks.ts';

const PAGE = 'README.md';
const files = new Map([['network.json', '{}\n']]);
const made = (text: string): string => sealed(PAGE, `# A page\n\n${text}\n\n${remarksPlace('Write here.')}\n`, files);
const page = made('One.');
const OWN = 'Mine: $&, $1 and `$`\n\n- a list';
const withOwn = page.replace('Write here.', () => OWN);

const isOurs = (text: string): boolean => isAsMade(PAGE, text, { path: PAGE, text });

describe('a page', () => {
  test.each<[string, boolean, string]>([
    ['as it was made', true, page],
    ['with remarks', true, withOwn],
    ['with other line ends', true, withOwn.replaceAll('\n', '\r\n')],
    ['with another word outside of the remarks', false, page.replace('One.', 'Two.')],
    ['with something below', false, `${page}More.\n`],
    ['without its digests', false, page.replace(/<!-- made[\s\S]*/, '')],
    ['without the place for remarks', false, page.replace(/<!-- remarks.*/, '')],
    ['of another hand', false, '# Mine\n'],
    ['that is empty', false, ''],
  ])('%s is ours: %s', (_, ours, text) => {
    expect(isOurs(text)).toBe(ours);
  });

  test('that is made again keeps the remarks, and nothing else', () => {
    const again = withRemarksOf(made('Two.'), withOwn);
    expect(again).toBe(made('Two.').replace('Write here.', () => OWN));
    expect(isOurs(again)).toBe(true);
  });

  test('keeps nothing of a page without a place for remarks', () => {
    for (const older of ['', '# Mine\n', page.replace(/<!-- … to here.*/, '')])
      expect(withRemarksOf(page, older)).toBe(page);
  });

  test('knows the files beside it', () => {
    expect([...sealsOf(page).keys()]).toEqual([PAGE, 'network.json']);
    const as = (text: string): boolean => isAsMade('network.json', text, { path: PAGE, text: page });
    expect([as('{}\n'), as('{}\r\n'), as('{ }\n'), isAsMade('other.json', '{}\n', { path: PAGE, text: page })]).toEqual(
      [...[true, true, false, false]],
    );
  });
});
