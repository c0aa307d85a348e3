import { useRef, useState } from 'preact/hooks';
import { setValue } from '../state.ts';

/** How much a value changes for each pixel of a drag, and its decimals. */
const [PER_PIXEL, DECIMALS] = [0.01, 4];

/** An initial value: typed, or dragged by its name. */
export function NumberField({
  name,
  value,
  role,
}: {
  readonly name: string;
  readonly value: number;
  readonly role: string;
}) {
  const [fault, setFault] = useState<string>();
  // While somebody types, the text stays as it is typed.
  const [text, setText] = useState<string>();
  const from = useRef<{ readonly x: number; readonly value: number } | undefined>(undefined);
  const id = `value-${name}`;
  const given = (typed: string): void => {
    setText(typed);
    setFault(typed.trim() === '' ? 'A number belongs here.' : setValue(name, Number(typed)));
  };
  return (
    <div class="value-field">
      <label
        for={id}
        class={`role-${role}`}
        onPointerDown={(event) => {
          from.current = { x: event.clientX, value };
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          const start = from.current;
          if (start === undefined || event.clientX === start.x) return;
          setFault(setValue(name, Number((start.value + (event.clientX - start.x) * PER_PIXEL).toFixed(DECIMALS))));
        }}
        onPointerUp={() => {
          from.current = undefined;
        }}
      >
        {name}
      </label>
      <input
        id={id}
        type="number"
        step="any"
        value={text ?? value}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : `${id}-fault`}
        onInput={({ currentTarget }) => given(currentTarget.value)}
        onBlur={() => {
          setText(undefined);
          setFault(undefined);
        }}
      />
      {fault !== undefined && (
        <p id={`${id}-fault`} class="fault">
          ✗ {fault}
        </p>
      )}
    </div>
  );
}
