import { render } from 'preact';
import { Handout } from './view/Handout.tsx';

/** Makes the handout when somebody prints, by the button or by the browser's menu; at other times it is not there. */
export function followPrint(place: Element): void {
  window.addEventListener('beforeprint', () => render(<Handout />, place));
  window.addEventListener('afterprint', () => render(null, place));
}
