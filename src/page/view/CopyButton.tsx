import { useState } from 'preact/hooks';

/** How long the button says that it has copied, in milliseconds. */
const SAID = 2000;

/** Copies a text; where the browser does not let it, it selects the text in a field instead. */
async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
}

/** A button that copies a text, and says so in the same place. @param what says which of several it is */
export function CopyButton({
  text,
  label,
  what,
}: {
  readonly text: () => string;
  readonly label: string;
  readonly what?: string;
}) {
  const [done, setDone] = useState(false);
  return (
    <button
      type="button"
      class="framed copy"
      aria-label={what === undefined || done ? undefined : `${label} ${what}`}
      onClick={() => {
        void copy(text()).then(() => {
          setDone(true);
          setTimeout(() => setDone(false), SAID);
        });
      }}
    >
      <span aria-live="polite">{done ? 'Copied ✓' : label}</span>
    </button>
  );
}
