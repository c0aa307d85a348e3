import * as z from 'zod/mini';
import { networkSchema } from './schema.ts';

/**
 * The JSON Schema (draft 2020-12) of a network file, made from the validator.
 *
 * @example
 * await writeFile('network.schema.json', JSON.stringify(networkJsonSchema()));
 */
export function networkJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(networkSchema, {
    io: 'input',
    // In a schema, readOnly would tell editors that a person must not change the value.
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
    },
  });
  return { title: 'Network file of backprop-workbook', ...schema };
}
