import { render } from 'preact';
import { App } from './App.tsx';
import { followPrint } from './handout.tsx';
import { listenToKeys } from './keys.ts';
import { followPlay } from './play.ts';
import { followWindow } from './space.ts';
import { followAddress } from './sync.ts';

/** Starts the page. @param place where it is shown @param paper where it puts what is printed */
export function startPage(place: Element, paper: Element): void {
  followPrint(paper);
  followWindow();
  followAddress();
  followPlay();
  listenToKeys();
  render(<App />, place);
}
