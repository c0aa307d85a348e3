import type { Named } from '../../quantities/layer.ts';
import { initialValues } from '../../quantities/topology.ts';
import { base, lesson, values } from '../state.ts';
import { NumberField } from './NumberField.tsx';
import { OwnNetwork } from './OwnNetwork.tsx';

/** A line of numbers beyond which it is closed at first. */
const MANY = 60;

/** Everything of the network that can be changed. */
export function Change() {
  return (
    <section id="change" class="part">
      <div class="part-head">
        <h2 tabIndex={-1}>Change the network</h2>
        <p>Everything above follows, and so do the downloads.</p>
      </div>
      <InitialValues />
      <OwnNetwork key={base.value} />
    </section>
  );
}

/** Initial values that belong together. */
function groupsOf(): readonly { readonly title: string; readonly role: string; readonly items: readonly Named[] }[] {
  const { topology } = lesson.value;
  const own = new Map(initialValues(topology).map((each) => [each.name, each]));
  const of = (names: readonly string[]): readonly Named[] => names.flatMap((name) => own.get(name) ?? []);
  return [
    {
      title: 'Inputs and targets',
      role: 'in',
      items: topology.samples.flatMap(({ inputs, targets }) => of([...inputs, ...targets].map(({ name }) => name))),
    },
    ...topology.layers.map(({ units, biases }, l) => ({
      title: `Layer ${l + 1}: weights${biases.length > 0 ? ' and biases' : ''}`,
      role: 'w',
      items: of([...units.flatMap(({ weights }) => weights), ...biases].map(({ name }) => name)),
    })),
    { title: 'Settings', role: 'in', items: topology.settings },
  ].filter(({ items }) => items.length > 0);
}

function InitialValues() {
  return (
    <details class="panel folded" open>
      <summary>
        <h3>Initial values</h3>
        <span>Type over the blue numbers, or drag a name sideways.</span>
      </summary>
      <div class="folded-body">
        {groupsOf().map(({ title, role, items }) => (
          <details key={title} class="value-group" open={items.length <= MANY}>
            <summary>
              <h4 class={`role-${role}`}>{title}</h4>
            </summary>
            <div class="values">
              {items.map(({ name, value }) => (
                <NumberField key={name} name={name} value={value} role={role} />
              ))}
            </div>
          </details>
        ))}
        {values.value.size > 0 && (
          <div class="actions">
            <button
              type="button"
              class="framed"
              onClick={() => {
                values.value = new Map();
              }}
            >
              Back to the network’s own values
            </button>
          </div>
        )}
      </div>
    </details>
  );
}
