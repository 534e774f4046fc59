import { html } from 'hono/html';
import { z } from 'zod';

/** As much of a JSON Schema as the page shows. */
const schemaShape = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  description: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
  default: z.unknown().optional(),
});
export type Schema = z.infer<typeof schemaShape>;
export type Html = ReturnType<typeof html>;

export const schemaOf = (given: unknown): Schema => schemaShape.safeParse(given).data ?? {};

const nameIn = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

const joined = (parts: readonly Html[], between: string): Html =>
  html`${parts.map((part, at) => (at === 0 ? part : html`${between}${part}`))}`;

/** A schema in a few words, with links to the ones that have a name. */
export const typeWords = (given: unknown): Html => {
  const schema = schemaOf(given);
  if (schema.$ref !== undefined) {
    const name = nameIn(schema.$ref);
    return html`<a href="#schema-${name}">${name}</a>`;
  }
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices !== undefined) return joined(choices.map(typeWords), ' or ');
  if (schema.enum !== undefined)
    return joined(
      schema.enum.map((each) => html`<code>${JSON.stringify(each)}</code>`),
      ' ',
    );
  const type = Array.isArray(schema.type) ? schema.type.join(' or ') : schema.type;
  if (type?.startsWith('array') === true) return html`list of ${typeWords(schema.items)}`;
  if (schema.properties === undefined && schemaOf(schema.additionalProperties).type !== undefined)
    return html`map to ${typeWords(schema.additionalProperties)}`;
  return html`${type ?? 'anything'}`;
};

/** Text whose backticks are code. */
export const prose = (text: string | undefined): Html =>
  html`${(text ?? '').split('`').map((part, at) => (at % 2 === 0 ? part : html`<code>${part}</code>`))}`;

/** One table row a property. */
export const propertiesTable = (schema: Schema): Html => {
  const rows = Object.entries(schema.properties ?? {}).map(([name, given]) => {
    const property = schemaOf(given);
    const isRequired = schema.required?.includes(name) === true;
    const start =
      property.default === undefined ? '' : html` Default <code>${JSON.stringify(property.default)}</code>.`;
    return html`<tr><td><code>${name}</code>${isRequired ? '' : ' (optional)'}</td><td>${typeWords(given)}</td><td>${prose(property.description)}${start}</td></tr>`;
  });
  return rows.length === 0
    ? html``
    : html`<div class="wide"><table><tr><th>Field</th><th>Is</th><th>Says</th></tr>${rows}</table></div>`;
};
