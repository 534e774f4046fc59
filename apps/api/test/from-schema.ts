import fc from 'fast-check';
import { document } from './description.ts';

/** As much of JSON Schema as the API's description uses for what it takes. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
}

const text = (schema: Schema): fc.Arbitrary<string> => {
  if (schema.pattern !== undefined) return fc.stringMatching(new RegExp(schema.pattern));
  const longest = Math.min(schema.maxLength ?? 60, 60);
  return fc.string({ minLength: schema.minLength ?? 0, maxLength: longest, unit: 'binary' });
};

/** Values that fit a schema; `deeper` is how many levels may still follow. */
const fitting = (schema: Schema, deeper: number): fc.Arbitrary<unknown> => {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
    return fitting((document.components.schemas[name] ?? {}) as Schema, deeper);
  }
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices !== undefined) return fc.oneof(...choices.map((each) => fitting(each, deeper)));
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'string':
      return text(schema);
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? -5, max: schema.maximum ?? 5_000 });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(fitting(schema.items ?? {}, deeper - 1), {
        minLength: schema.minItems ?? 0,
        maxLength: deeper > 0 ? 3 : (schema.minItems ?? 0),
      });
    case 'object':
      return schema.properties === undefined
        ? fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 })
        : fc.record(
            Object.fromEntries(
              Object.entries(schema.properties).map(([name, each]) => [name, fitting(each, deeper - 1)]),
            ),
            { requiredKeys: [...(schema.required ?? [])] },
          );
    default:
      return fc.jsonValue({ maxDepth: 3 });
  }
};

/** Values that fit a schema. */
export const fromSchema = (schema: unknown): fc.Arbitrary<unknown> => fitting((schema ?? {}) as Schema, 6);
