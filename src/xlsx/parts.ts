import { type Element, element, serialise } from './xml.ts';

/** The parts of a package by path, without a leading slash. */
export type Parts = ReadonlyMap<string, string>;

/** Our name in the package: whoever made it, and wrote its notes. */
export const PROGRAM = 'backprop-workbook';

/** Types of relationships (ECMA-376 Part 1, 12–15). */
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The kind of a relationship. */
export type RelationshipKind = 'drawing' | 'chart' | 'comments' | 'vmlDrawing' | 'custom-properties';

/** The part that holds the relationships of a part: `xl/worksheets/_rels/sheet1.xml.rels`. */
export function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf('/');
  return `${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`;
}

/** An empty list of relationships. */
export const noRelationships: Element = element('Relationships', { xmlns: PACKAGE_RELATIONSHIPS });

/** Adds a relationship to a list of ours, and tells its id. */
export function relate(relationships: Element, kind: RelationshipKind, target: string): { list: Element; id: string } {
  const id = `rId${relationships.children.length + 1}`;
  const added = relationship(id, kind, target);
  return { list: { ...relationships, children: [...relationships.children, added] }, id };
}

/** A relationship. @param id no other of the list has it */
export const relationship = (id: string, kind: RelationshipKind, target: string): Element =>
  element('Relationship', { Id: id, Type: `${RELATIONSHIPS}/${kind}`, Target: target });

/** Content types of the parts that we add; that of the boxes of notes stands in every package that exceljs writes. */
export const contentTypes = {
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  comments: 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
  customProperties: 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
} as const;

/** The content types of added parts; those without a type are known already. */
export const declarations = (added: readonly { readonly path: string; readonly type?: string }[]): readonly Element[] =>
  added.flatMap(({ path, type }) =>
    type === undefined ? [] : [element('Override', { PartName: `/${path}`, ContentType: type })],
  );

/** A part with further elements at the end of its root. */
export function withMore(part: string, more: readonly Element[]): string {
  const end = part.lastIndexOf('</');
  return `${part.slice(0, end)}${more.map(serialise).join('')}${part.slice(end)}`;
}
