import { relative } from '../../sheet/address.ts';
import type { Sheet } from '../../sheet/sheet.ts';
import { FONT } from '../exceljs-style.ts';
import { asTyped } from '../typed-text.ts';
import { type Element, element, fragment } from '../xml.ts';
import { NOTE_SIZE } from './box.ts';
import { notedCells } from './part.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The part with the texts of a sheet's notes (ECMA-376 Part 1, 18.7), whose boxes are a part of their own. @param author who wrote them */
export function commentsPart(sheet: Sheet, author: string): Element {
  const look = element('rPr', {}, [element('sz', { val: NOTE_SIZE }), element('rFont', { val: FONT })]);
  const comments = notedCells(sheet).map(({ row, column, note }) => {
    const text = element('t', { 'xml:space': 'preserve' }, [asTyped(note)]);
    const rich = element('text', {}, [element('r', {}, [look, text])]);
    return fragment(element('comment', { ref: relative(row, column), authorId: 0 }, [rich]));
  });
  return element('comments', { xmlns: MAIN }, [
    element('authors', {}, [element('author', {}, [author])]),
    element('commentList', {}, comments),
  ]);
}
