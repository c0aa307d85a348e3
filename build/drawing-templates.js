// The templates of drawings as the elements that src/xlsx/xml.ts describes.
import { readdirSync, readFileSync } from 'node:fs';
import { parseXml, XmlElement, XmlProcessingInstruction, XmlText } from '@rgrove/parse-xml';

/** The root element of a document. White space between elements is left out; declarations and comments too. */
export const parsed = (xml) => converted(parseXml(xml).root);

function converted({ name, attributes, children }) {
  const isLayout = ({ text }) => children.length > 1 && text.trim() === '';
  return {
    name,
    attributes,
    children: children.flatMap((child) => {
      if (child instanceof XmlElement) return [converted(child)];
      if (child instanceof XmlProcessingInstruction) return [{ slot: child.name }];
      return child instanceof XmlText && !isLayout(child) ? [child.text] : [];
    }),
  };
}

/** The text of a module with the elements of a folder's files, by their names without the ending. */
export function drawingModule(folder) {
  const names = readdirSync(folder).sort();
  const entries = names.map((name) => [name.replace(/\.xml$/, ''), parsed(readFileSync(`${folder}/${name}`, 'utf8'))]);
  const keys = entries.map(([name]) => `'${name}'`).join(' | ');
  const texts = JSON.stringify(Object.fromEntries(entries));
  return (
    `import type { Element } from '../xml.ts';\n\n/** The files of ${folder}, by build.js. */\n` +
    `export const DRAWINGS: Readonly<Record<${keys}, Element>> = ${texts};\n`
  );
}
