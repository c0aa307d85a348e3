import { useState } from 'preact/hooks';
import type { Fault } from '../../network/input-error.ts';
import type { Network } from '../../network/network.ts';
import { activationNames, lossNames, optimizerNames } from '../../network/network.ts';
import { networkText } from '../../network/network-text.ts';
import { biasChoices, scheduleChoices } from '../../settings/settings.ts';
import { AS_IT_IS, type FormField, formOf, type NetworkForm, networkOfForm } from '../form.ts';
import { sampleChoices, withSet } from '../form-data.ts';
import { type GivenNetwork, ownNetwork, tried } from '../own-network.ts';
import { choose, network, OWN } from '../state.ts';
import { pageWords } from '../words.ts';
import { CopyButton } from './CopyButton.tsx';
import { AreaField, ChoiceField, FaultList, type FieldProps, TextField } from './form-fields.tsx';

/** Options of a list of words; the first is what the layers have where they differ. */
const optionsOf = (words: readonly string[], own: string): readonly (readonly [string, string])[] => [
  ...(own === AS_IT_IS ? [[AS_IT_IS, 'as it is'] as const] : []),
  ...words.map((word) => [word, word.replaceAll('-', ' ')] as const),
];

/** Batches of more than one of the samples, and of less than all. */
function batchesOf({ samples, batch }: NetworkForm): readonly string[] {
  const count = samples.split('\n').filter((line) => line.trim() !== '').length;
  const sizes = Array.from({ length: count }, (_, k) => k).filter((size) => size > 1 && count % size === 0);
  return [...new Set([...sizes.map(String), ...(Number(batch) > 0 ? [batch] : [])])];
}

/** A network of one's own: by a form, or by a network file. */
export function OwnNetwork() {
  const [form, setForm] = useState<NetworkForm>(() => formOf(network.value));
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [text, setText] = useState('');
  const [fileFaults, setFileFaults] = useState<readonly Fault[]>([]);
  const take = (own: GivenNetwork, tell: (faults: readonly Fault[]) => void): void => {
    tell('faults' in own ? own.faults : []);
    if ('network' in own) choose({ name: OWN, network: titled(own.network) });
  };
  const field = (name: FormField): FieldProps => ({
    name,
    value: form[name],
    faults: faults.filter(({ path }) => path === name),
    change: (value) => setForm({ ...form, [name]: value }),
  });
  /** A field that says where samples come from. */
  const drawn = (name: 'data' | 'noise'): FieldProps => ({
    ...field(name),
    change: (value) => setForm(withSet({ ...form, [name]: value }, network.value)),
  });
  const known = new Set(Object.keys(form));
  const before = formOf(network.value);
  return (
    <details class="panel folded" open>
      <summary>
        <h3>A network of your own</h3>
        <span>Layers, functions, biases, loss, optimizer, samples, rates, seed; or a network file.</span>
      </summary>
      <form
        class="folded-body"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          take(
            tried(() => networkOfForm(form, network.value)),
            setFaults,
          );
        }}
      >
        <div class="fields">
          <TextField {...field('hidden')} label="Units of each hidden layer" hint="such as 3 or 4 2" />
          <ChoiceField
            {...field('activation')}
            label="Function of hidden layers"
            of={optionsOf(activationNames, before.activation)}
          />
          <ChoiceField
            {...field('output')}
            label="Function of the outputs"
            of={optionsOf(activationNames, before.output)}
          />
          <ChoiceField {...field('biases')} label="Biases" of={optionsOf(biasChoices, before.biases)} />
          <ChoiceField {...field('loss')} label="Loss" of={optionsOf(lossNames, before.loss)} />
          <ChoiceField {...field('optimizer')} label="Optimizer" of={optionsOf(optimizerNames, before.optimizer)} />
          <TextField {...field('weightDecay')} label="Weight decay (L2)" hint="λ; empty for none" />
          <TextField {...field('l1')} label="L1" hint="λ1; empty for none" />
          <ChoiceField {...field('schedule')} label="Schedule of η" of={optionsOf(scheduleChoices, before.schedule)} />
          <TextField {...field('warmUp')} label="Warm-up of η" hint="so many iterations; empty for none" />
          <TextField
            {...field('learningRates')}
            label="Learning rates"
            hint={pageWords.ratesHint(network.value.runs?.map(({ name }) => name))}
          />
          <TextField
            {...field('compare')}
            label="Compare runs"
            hint="such as optimizer=sgd,adam or batch=1,full; empty: learning rates"
          />
          <TextField {...field('iterations')} label="Iterations" hint="rows of the workbook for each rate" />
          <TextField {...field('seed')} label="Seed" hint="draws all weights; empty keeps them" />
          <ChoiceField
            {...field('batch')}
            label="Several samples"
            of={[
              ['full', 'mean over all of them'],
              ['in-turn', 'one after the other'],
              ...batchesOf(form).map((size) => [size, `${size} at a time`] as const),
            ]}
          />
          <ChoiceField {...drawn('data')} label="Ready samples" of={sampleChoices} />
          <TextField {...drawn('noise')} label="Noise of ready samples" hint="such as 0.1; empty for none" />
          <AreaField {...field('samples')} label="Samples, one a line: inputs → targets" />
          <AreaField {...field('tests')} label="Samples that only test" />
        </div>
        <FaultList of={faults.filter(({ path }) => !known.has(path))} />
        <div class="actions">
          <button type="submit" class="primary">
            Use this network
          </button>
          <CopyButton label="Copy as JSON" text={() => networkText(network.value)} />
        </div>
        <div class="fields">
          <AreaField
            name="file"
            value={text}
            faults={[]}
            change={setText}
            label="Or a network file: drop or paste JSON"
            placeholder={'{ "title": …, "samples": …, "layers": … }'}
            onDrop={(event) => {
              event.preventDefault();
              void event.dataTransfer?.files[0]?.text().then((dropped) => {
                setText(dropped);
                take(ownNetwork(dropped), setFileFaults);
              });
            }}
          />
        </div>
        <FaultList of={fileFaults} />
        <div class="actions">
          <button type="button" class="framed" onClick={() => take(ownNetwork(text), setFileFaults)}>
            Use this file
          </button>
        </div>
      </form>
    </details>
  );
}

/** What a ready-made network says of itself is not true of one that was made of it. */
const titled = ({ about: _, ...network }: Network): Network => network;
