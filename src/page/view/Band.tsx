import { networkNames } from '../../network/ready-made.ts';
import { base, choose, chosenRun, labelsOf, lesson, network, OWN, readyMade } from '../state.ts';
import { pageWords } from '../words.ts';
import { jumpTo } from './jump.ts';
import { rateText } from './rate-text.ts';

/** The head of the page: the network, the learning rate, and the ways to the other parts. */
export function Band() {
  const names = [...networkNames(), ...(base.value.name === OWN ? [OWN] : [])];
  return (
    <header class="band">
      <h1>{pageWords.title}</h1>
      <label class="field">
        <span>{pageWords.network}</span>
        <select
          value={base.value.name}
          onChange={({ currentTarget }) => {
            if (currentTarget.value !== OWN) choose(readyMade(currentTarget.value));
          }}
        >
          {names.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span aria-hidden="true">
          {network.value.runs === undefined ? lesson.value.topology.givenRate : pageWords.run}
        </span>
        <select
          aria-label={network.value.runs === undefined ? pageWords.rate : pageWords.run}
          value={String(chosenRun.value)}
          onChange={({ currentTarget }) => {
            const label = labelsOf(network.value)[currentTarget.selectedIndex];
            if (label !== undefined) chosenRun.value = label;
          }}
        >
          {labelsOf(network.value).map((label) => (
            <option key={label} value={String(label)}>
              {typeof label === 'number' ? rateText(label) : label}
            </option>
          ))}
        </select>
      </label>
      <p class="about">{network.value.about ?? network.value.title}</p>
      <nav aria-label="Parts of the page">
        <button type="button" class="quiet" onClick={() => jumpTo('change')}>
          Own network
        </button>
        <button type="button" class="quiet" onClick={() => jumpTo('check')}>
          Check
        </button>
        <button type="button" class="framed" onClick={() => jumpTo('take')}>
          Take home
        </button>
      </nav>
    </header>
  );
}
