/**
 * A text as the file has to hold it for the cell or note to show it as it was typed: there, `_x0041_` means the character U+0041.
 * Source: ECMA-376 Part 1, 22.9.2.19 ST_Xstring.
 */
export const asTyped = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
