import { type Element, element, isElement, type Node } from './xml.ts';

/**
 * Links to cells of the same workbook. exceljs writes them twice, as a location with a # and as a relationship to an outside file of
 * that name, and Excel then looks for a place called `#'Steps'!A1#'Steps'!A1`. What counts is the location alone, without the #
 * (ECMA-376 Part 1, 18.3.1.47 hyperlink).
 */

/** A worksheet whose links inside the workbook are locations only. */
export function withInternalLinks(worksheet: Element): Element {
  const mended = (node: Node): Node => {
    if (!isElement(node, 'hyperlink') || !node.attributes.location?.startsWith('#')) return node;
    const { 'r:id': _, ...attributes } = node.attributes;
    return element('hyperlink', { ...attributes, location: node.attributes.location.slice(1) }, node.children);
  };
  const children = worksheet.children.map((child) =>
    isElement(child, 'hyperlinks') ? { ...child, children: child.children.map(mended) } : child,
  );
  return { ...worksheet, children };
}

/** A sheet's relationships without those of its links inside the workbook. */
export function withoutInternalLinks(relationships: Element): Element {
  const leadsInside = (node: Node): boolean => isElement(node) && node.attributes.Target?.startsWith('#') === true;
  return { ...relationships, children: relationships.children.filter((child) => !leadsInside(child)) };
}
