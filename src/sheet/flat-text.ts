/**
 * A text as a row of letters. V8 keeps one that was put together as a tree of its parts, several times as large, until a letter of it is read; so
 * texts that are kept for a while are read once.
 */
export function flatText(text: string): string {
  text.charCodeAt(0);
  return text;
}
