import { signal } from '@preact/signals';
import { save } from '../files.ts';
import type { Task } from '../work/messages.ts';
import { Stopped } from '../work/work.ts';
import { workshop } from '../workshop.ts';

/** What is being made: its button, and how much of it is done. */
const making = signal<{ readonly what: string; readonly share: number } | undefined>(undefined);
const fault = signal<{ readonly what: string; readonly message: string } | undefined>(undefined);

/** Makes a file beside the page and saves it. */
export async function make(what: string, task: Task, name: string): Promise<void> {
  if (making.value !== undefined) return;
  making.value = { what, share: 0 };
  fault.value = undefined;
  try {
    const outcome = await workshop.do(task, (share) => {
      making.value = { what, share };
    });
    if (outcome.kind === 'file') save(outcome.file, name);
  } catch (error) {
    if (!(error instanceof Stopped)) fault.value = { what, message: (error as Error).message };
  } finally {
    making.value = undefined;
  }
}

/** A button that makes something, and shows how far it is. */
export function Maker({
  what,
  label,
  primary = false,
  onClick,
}: {
  readonly what: string;
  readonly label: string;
  readonly primary?: boolean;
  readonly onClick: () => void;
}) {
  const now = making.value;
  const own = now?.what === what;
  const percent = Math.round((now?.share ?? 0) * 100);
  return (
    <>
      <button
        type="button"
        class={`${primary ? 'primary' : 'framed'} maker ${own ? 'busy' : ''}`}
        aria-disabled={now !== undefined}
        style={own ? { '--share': `${percent}%` } : {}}
        onClick={onClick}
      >
        <span>{own ? `Making it: ${percent} %` : label}</span>
      </button>
      {own && (
        <button type="button" class="framed" onClick={() => workshop.stop()}>
          Stop
        </button>
      )}
    </>
  );
}

/** Why something could not be made. */
export function MakerFault({ of }: { readonly of: string }) {
  return (
    <p class="fault" role="alert">
      {fault.value?.what === of ? `✗ ${fault.value.message}` : ''}
    </p>
  );
}
