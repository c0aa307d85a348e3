import { batch, computed, effect, signal } from '@preact/signals';
import type { Fault } from '../network/input-error.ts';
import { networkNames } from '../network/ready-made.ts';
import { readAddress, writeAddress } from './address.ts';
import { textForAddress } from './file-text.ts';
import { ownNetwork } from './own-network.ts';
import { trainables } from './pointing.ts';
import {
  base,
  choose,
  chosenRun,
  chosenSample,
  goTo,
  iteration,
  labelsOf,
  lesson,
  logarithmic,
  network,
  OWN,
  pointed,
  readyMade,
  setValue,
  stage,
  stages,
  values,
} from './state.ts';

/** How long the page waits before it writes, in milliseconds: browsers let an address change only so often. */
const PAUSE = 250;

/** Characters of a network file beyond which it has no room in an address. */
const MOST = 30_000;

/** What is wrong with the network of a link, and whether the network that is shown has room in one. */
export const linkFaults = signal<readonly Fault[]>([]);
export const fitsLink = computed(() => base.value.name !== OWN || textForAddress(base.value.network).length <= MOST);

/** The address of all that is chosen. */
function addressNow(): string {
  const own = base.value.name === OWN;
  return writeAddress({
    network: own ? undefined : base.value.name,
    file: own && fitsLink.value ? textForAddress(base.value.network) : undefined,
    ...(typeof chosenRun.value === 'number' ? { rate: chosenRun.value } : { run: chosenRun.value }),
    iteration: iteration.value,
    sample: lesson.value.topology.passes.length > 1 ? chosenSample.value : undefined,
    stage: stage.value === 'update' ? undefined : stage.value,
    point: pointed.value?.kept ? pointed.value.name : undefined,
    scale: logarithmic.value ? 'log' : undefined,
    values: values.value,
  });
}

/** Shows what an address says; what it says that cannot be is left out. */
function show(hash: string): void {
  const wanted = readAddress(hash);
  batch(() => {
    const file = wanted.file === undefined ? undefined : ownNetwork(wanted.file);
    linkFaults.value = file !== undefined && 'faults' in file ? file.faults : [];
    if (file !== undefined && 'network' in file) choose({ name: OWN, network: file.network });
    else choose(readyMade(networkNames().find((name) => name === wanted.network) ?? networkNames()[0] ?? ''));
    for (const [name, value] of wanted.values) setValue(name, value);
    const run = labelsOf(network.value).find((label) => label === wanted.rate || label === wanted.run);
    if (run !== undefined) chosenRun.value = run;
    goTo(wanted.iteration ?? 1);
    chosenSample.value = Math.min(wanted.sample ?? 1, lesson.value.topology.passes.length);
    stage.value = wanted.stage !== undefined && stages.value.includes(wanted.stage) ? wanted.stage : 'update';
    logarithmic.value = wanted.scale === 'log';
    const point = wanted.point;
    pointed.value = point !== undefined && trainables.value.has(point) ? { name: point, kept: true } : undefined;
  });
}

/** Keeps the address and the page in step. */
export function followAddress(): void {
  let written = location.hash;
  if (written.length > 1) show(written);
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const next = addressNow();
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (next === written) return;
      written = next;
      history.replaceState(null, '', next);
    }, PAUSE);
  });
  window.addEventListener('hashchange', () => {
    if (location.hash === written) return;
    written = location.hash;
    clearTimeout(timer);
    show(written);
  });
}
