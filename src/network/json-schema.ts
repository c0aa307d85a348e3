import * as z from 'zod/mini';
import { fieldDescriptions } from './field-descriptions.ts';
import { networkSchema } from './schema.ts';

/** A JSON Schema, or a part of one. */
type JsonSchema = Readonly<Record<string, unknown>>;

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
  return { title: 'Network file of backprop-workbook', ...described(schema as JsonSchema, '') };
}

/** A schema with what its fields are for. @param path of the field that it is of */
function described(schema: JsonSchema, path: string): JsonSchema {
  // A run has fields of the network's own.
  const description = fieldDescriptions[path] ?? fieldDescriptions[path.replace(/^runs\[\]\./, '')];
  const { properties, items } = schema as { readonly properties?: JsonSchema; readonly items?: JsonSchema };
  const inside = (name: string): string => (path === '' ? name : `${path}.${name}`);
  return {
    ...schema,
    ...(description === undefined ? {} : { description }),
    ...(items === undefined ? {} : { items: described(items, `${path}[]`) }),
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, field]) => [name, described(field as JsonSchema, inside(name))]),
          ),
        }),
  };
}
