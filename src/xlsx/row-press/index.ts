/** The row press: all that is imported of this folder from outside. See README.md beside this file. */
export { type BorrowedRows, INDEX, MARK, ROW, RowWriter, type Template, VALUE } from './row-writer.ts';
export { joinedCrc, LAST_BLOCK, type Segment } from './segment.ts';
