import { useState } from 'preact/hooks';
import type { Fault } from '../../network/input-error.ts';
import type { Network } from '../../network/network.ts';
import { activationNames, lossNames, optimizerNames } from '../../network/network.ts';
import { networkText } from '../../network/network-text.ts';
import { biasChoices } from '../../settings/settings.ts';
import { AS_IT_IS, type Form, type FormField, formOf, networkOfForm } from '../form.ts';
import { type OwnNetwork as Own, ownNetwork, tried } from '../own-network.ts';
import { choose, network, OWN } from '../state.ts';
import { CopyButton } from './CopyButton.tsx';

/** Options of a list of words; the first is what the layers have where they differ. */
const optionsOf = (words: readonly string[], own: string): readonly (readonly [string, string])[] => [
  ...(own === AS_IT_IS ? [[AS_IT_IS, 'as it is'] as const] : []),
  ...words.map((word) => [word, word.replaceAll('-', ' ')] as const),
];

/** A network of one's own: by a form, or by a network file. */
export function OwnNetwork() {
  const [form, setForm] = useState<Form>(() => formOf(network.value));
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [text, setText] = useState('');
  const [fileFaults, setFileFaults] = useState<readonly Fault[]>([]);
  const take = (own: Own, tell: (faults: readonly Fault[]) => void): void => {
    tell('faults' in own ? own.faults : []);
    if ('network' in own) choose({ name: OWN, network: titled(own.network) });
  };
  const field = (name: FormField): FieldProps => ({
    name,
    value: form[name],
    faults: faults.filter(({ path }) => path === name),
    change: (value) => setForm({ ...form, [name]: value }),
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
          <Choice
            {...field('activation')}
            label="Function of hidden layers"
            of={optionsOf(activationNames, before.activation)}
          />
          <Choice {...field('output')} label="Function of the outputs" of={optionsOf(activationNames, before.output)} />
          <Choice {...field('biases')} label="Biases" of={optionsOf(biasChoices, before.biases)} />
          <Choice {...field('loss')} label="Loss" of={optionsOf(lossNames, before.loss)} />
          <Choice {...field('optimizer')} label="Optimizer" of={optionsOf(optimizerNames, before.optimizer)} />
          <TextField {...field('learningRates')} label="Learning rates" hint="such as 0.1 0.5 1" />
          <TextField {...field('iterations')} label="Iterations" hint="rows of the workbook for each rate" />
          <TextField {...field('seed')} label="Seed" hint="draws all weights; empty keeps them" />
          <Choice
            {...field('batch')}
            label="Several samples"
            of={[
              ['full', 'mean over all of them'],
              ['in-turn', 'one after the other'],
            ]}
          />
          <AreaField {...field('samples')} label="Samples, one a line: inputs → targets" />
        </div>
        <Faults of={faults.filter(({ path }) => !known.has(path))} />
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
        <Faults of={fileFaults} />
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

interface FieldProps {
  readonly name: string;
  readonly value: string;
  readonly faults: readonly Fault[];
  readonly change: (value: string) => void;
}

/** What every field of the form has. */
function Frame({ name, label, hint, faults, children }: FieldFrame) {
  return (
    <div class="form-field">
      <label for={`own-${name}`}>{label}</label>
      {children}
      {faults.length === 0 && hint !== undefined && <p class="hint">{hint}</p>}
      <div id={`own-${name}-faults`}>
        {faults.map(({ message }) => (
          <p key={message} class="fault">
            ✗ {message}
          </p>
        ))}
      </div>
    </div>
  );
}

interface FieldFrame extends Omit<FieldProps, 'value' | 'change'> {
  readonly label: string;
  readonly hint?: string;
  readonly children: preact.ComponentChildren;
}

/** What tells assistive technology of the faults of a field. */
const told = ({ name, faults }: Pick<FieldProps, 'name' | 'faults'>) => ({
  id: `own-${name}`,
  'aria-invalid': faults.length > 0,
  'aria-describedby': `own-${name}-faults`,
});

function TextField({ label, hint, ...field }: FieldProps & { readonly label: string; readonly hint: string }) {
  return (
    <Frame {...field} label={label} hint={hint}>
      <input
        {...told(field)}
        type="text"
        value={field.value}
        onInput={({ currentTarget }) => field.change(currentTarget.value)}
      />
    </Frame>
  );
}

function Choice({
  label,
  of,
  ...field
}: FieldProps & { readonly label: string; readonly of: readonly (readonly [string, string])[] }) {
  return (
    <Frame {...field} label={label}>
      <select {...told(field)} value={field.value} onChange={({ currentTarget }) => field.change(currentTarget.value)}>
        {of.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Frame>
  );
}

function AreaField({
  label,
  placeholder,
  onDrop,
  ...field
}: FieldProps & {
  readonly label: string;
  readonly placeholder?: string;
  readonly onDrop?: (event: DragEvent) => void;
}) {
  return (
    <Frame {...field} label={label}>
      <textarea
        {...told(field)}
        rows={6}
        spellcheck={false}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(onDrop === undefined ? {} : { onDrop })}
        value={field.value}
        onInput={({ currentTarget }) => field.change(currentTarget.value)}
      />
    </Frame>
  );
}

function Faults({ of }: { readonly of: readonly Fault[] }) {
  return (
    <div role="alert">
      {of.map(({ path, message }) => (
        <p key={`${path} ${message}`} class="fault">
          ✗ {path === '' ? '' : `${path}: `}
          {message}
        </p>
      ))}
    </div>
  );
}
