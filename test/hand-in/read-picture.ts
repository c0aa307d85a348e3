import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { attribute, children, descendants, localName } from '../support/xml.ts';

/** A text of a picture, and where it stands. */
export interface PictureText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** The root of a picture. @throws Error where it is not well formed or no SVG */
export function readSvg(svg: string): XmlElement {
  const { root } = parseXml(svg);
  if (root === null || root.name !== 'svg' || root.attributes.xmlns !== 'http://www.w3.org/2000/svg')
    throw new Error('This is no SVG.');
  return root;
}

/** All texts of a picture in pixels of the whole, with those of pictures within it. */
export function textsOf(element: XmlElement, dx = 0, dy = 0): readonly PictureText[] {
  return children(element).flatMap((child): readonly PictureText[] => {
    if (localName(child) === 'text')
      return [{ text: child.text, x: Number(attribute(child, 'x')) + dx, y: Number(attribute(child, 'y')) + dy }];
    if (localName(child) !== 'svg') return textsOf(child, dx, dy);
    const [left = 0, top = 0] = (attribute(child, 'viewBox') ?? '').split(' ').map(Number);
    return textsOf(child, dx + Number(attribute(child, 'x')) - left, dy + Number(attribute(child, 'y')) - top);
  });
}

/** The number that a text shows, and how many decimals it has; undefined where it is none. */
export function shownNumber(text: string): { readonly value: number; readonly decimals: number } | undefined {
  const plain = text.replaceAll('\u2007', '').replace('−', '-');
  if (!/^-?\d+(?:\.\d+)?$/.test(plain)) return undefined;
  return { value: Number(plain), decimals: plain.split('.')[1]?.length ?? 0 };
}

/**
 * The numbers of a table in the picture of a sheet, by the names of its columns and the numbers of its rows.
 *
 * @param nameRow the row that holds the names
 */
export function readSheetPicture(svg: string, nameRow: number): ReadonlyMap<string, ReadonlyMap<number, string>> {
  const texts = textsOf(readSvg(svg));
  const rows = texts.filter(({ x, text }) => x === 17 && /^\d+$/.test(text));
  const rowOf = ({ y }: PictureText): number => {
    const near = rows.find((row) => Math.abs(row.y - y) < 6);
    return near === undefined ? 0 : Number(near.text);
  };
  const cells = texts.filter(({ x }) => x !== 17).map((text) => ({ ...text, row: rowOf(text) }));
  const names = cells.filter(({ row }) => row === nameRow);
  return new Map(
    names.map((name) => {
      const below = cells.filter(({ row, x }) => row > nameRow && Math.abs(x - name.x) < 1);
      return [name.text, new Map(below.map(({ row, text }) => [row, text]))];
    }),
  );
}

/** Attributes that would lead out of a picture, and elements that would run or need something from outside. */
export const outsideOf = (root: XmlElement): readonly string[] => [
  ...descendants(root)
    .map(localName)
    .filter((name) => ['script', 'foreignObject', 'image', 'use', 'a', 'link'].includes(name)),
  ...[root, ...descendants(root)].flatMap(({ attributes }) =>
    Object.entries(attributes).flatMap(([name, value]) => (/^on|href/.test(name) || /url\(/.test(value) ? [name] : [])),
  ),
];
