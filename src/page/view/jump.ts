/** Takes the eye and the keyboard to a part of the page, without a change of the address. */
export function jumpTo(id: string): void {
  const part = document.getElementById(id);
  part?.scrollIntoView({ block: 'start' });
  part?.querySelector<HTMLElement>('h2, h3')?.focus({ preventScroll: true });
}
