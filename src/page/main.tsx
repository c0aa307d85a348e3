import { render } from 'preact';
import { App } from './App.tsx';
import { listenToKeys } from './keys.ts';
import { followPlay } from './play.ts';
import { followWindow } from './space.ts';
import { followAddress } from './sync.ts';

/** Starts the page. */
export function startPage(place: Element): void {
  followWindow();
  followAddress();
  followPlay();
  listenToKeys();
  render(<App />, place);
}
