import { lesson, network } from './state.ts';
import { fitsLink, linkFaults } from './sync.ts';
import { Band } from './view/Band.tsx';
import { Change } from './view/Change.tsx';
import { Check } from './view/Check.tsx';
import { Diagram, isWide } from './view/Diagram.tsx';
import { Plots } from './view/Plots.tsx';
import { RunBar } from './view/RunBar.tsx';
import { Steps } from './view/Steps.tsx';
import { TakeHome } from './view/TakeHome.tsx';
import { pageWords } from './words.ts';

/** The whole page. */
export function App() {
  const { iterations } = lesson.value;
  return (
    <>
      <Band />
      <RunBar />
      <main>
        {iterations < network.value.iterations && (
          <p class="note">{pageWords.onlyFirst(iterations, network.value.iterations)}</p>
        )}
        {linkFaults.value.length > 0 && (
          <p class="note" role="alert">
            {pageWords.brokenLink(
              linkFaults.value.map(({ path, message }) => [path, message].filter(Boolean).join(': ')),
            )}
          </p>
        )}
        {!fitsLink.value && <p class="note">{pageWords.noLink}</p>}
        <div class={isWide.value ? 'theatre wide' : 'theatre'}>
          <div class="stage-left">
            <Diagram />
            <Plots />
          </div>
          <Steps />
        </div>
        <TakeHome />
        <Check />
        <Change />
      </main>
    </>
  );
}
