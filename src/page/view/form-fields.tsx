import type { ComponentChildren } from 'preact';
import type { Fault } from '../../network/input-error.ts';

/** A field of the form: its text, what is wrong with it, and what to do when it changes. */
export interface FieldProps {
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
  readonly children: ComponentChildren;
}

/** What tells assistive technology of the faults of a field. */
const told = ({ name, faults }: Pick<FieldProps, 'name' | 'faults'>) => ({
  id: `own-${name}`,
  'aria-invalid': faults.length > 0,
  'aria-describedby': `own-${name}-faults`,
});

export function TextField({ label, hint, ...field }: FieldProps & { readonly label: string; readonly hint: string }) {
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

export function ChoiceField({
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

export function AreaField({
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

export function FaultList({ of }: { readonly of: readonly Fault[] }) {
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
