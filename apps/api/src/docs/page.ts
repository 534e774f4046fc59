import { createHash } from 'node:crypto';
import { problems } from '@plumbline/service';
import { html, raw } from 'hono/html';
import { z } from 'zod';
import { type Html, propertiesTable, prose, schemaOf, typeWords } from './schema-view.ts';
import { docsStyle } from './style.ts';

const contents = z.record(z.string(), z.looseObject({ schema: z.unknown() })).optional();
const operationShape = z.looseObject({
  operationId: z.string(),
  tags: z.array(z.string()).min(1),
  summary: z.string(),
  description: z.string().optional(),
  security: z.array(z.record(z.string(), z.unknown())),
  parameters: z
    .array(z.looseObject({ name: z.string(), in: z.string(), required: z.boolean(), schema: z.unknown() }))
    .default([]),
  requestBody: z.looseObject({ content: contents }).optional(),
  responses: z.record(z.string(), z.looseObject({ description: z.string(), content: contents })),
});
/** The part of an OpenAPI document that the page shows. */
const documentShape = z.looseObject({
  info: z.looseObject({ title: z.string(), description: z.string() }),
  tags: z.array(z.looseObject({ name: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), operationShape)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});
interface Operation extends z.infer<typeof operationShape> {
  readonly method: string;
  readonly path: string;
}

const keyWords = ({ security }: Operation): string => {
  if (security.length === 0) return 'Needs no key.';
  return security.some((each) => Object.keys(each).length === 0)
    ? 'Needs a key, except from this machine.'
    : 'Needs a key.';
};

const parametersTable = ({ parameters }: Operation): Html =>
  parameters.length === 0
    ? html``
    : html`<h3>Parameters</h3><div class="wide"><table><tr><th>Name</th><th>In</th><th>Is</th><th>Says</th></tr>${parameters.map(
        (each) =>
          html`<tr><td><code>${each.name}</code>${each.required ? '' : ' (optional)'}</td><td>${each.in}</td><td>${typeWords(each.schema)}</td><td>${prose(schemaOf(each.schema).description)}</td></tr>`,
      )}</table></div>`;

const contentWords = (content: z.infer<typeof contents>): Html =>
  html`${Object.entries(content ?? {}).map(
    ([media, { schema }]) => html`${typeWords(schema)} <code>${media}</code>`,
  )}`;

const operationView = (operation: Operation): Html =>
  html`<details id="${operation.operationId}"><summary><span class="verb">${operation.method.toUpperCase()}</span><code>${operation.path}</code> <span class="says">${operation.summary}</span></summary>
<p>${prose(operation.description)} ${keyWords(operation)}</p>
${parametersTable(operation)}
${operation.requestBody === undefined ? '' : html`<h3>Body</h3><p>${contentWords(operation.requestBody.content)}</p>`}
<h3>Answers</h3>
<div class="wide"><table><tr><th>Status</th><th>Says</th><th>Body</th></tr>${Object.entries(
    operation.responses,
  ).map(
    ([status, response]) =>
      html`<tr><td>${status}</td><td>${prose(response.description)}</td><td>${contentWords(response.content)}</td></tr>`,
  )}</table></div>
</details>`;

const schemaView = ([name, given]: readonly [string, unknown]): Html => {
  const schema = schemaOf(given);
  const body = schema.properties === undefined ? html`<p>${typeWords(given)}</p>` : propertiesTable(schema);
  return html`<details id="schema-${name}"><summary><code>${name}</code> <span class="says">${prose(schema.description)}</span></summary>${body}</details>`;
};

const problemsTable = (): Html =>
  html`<div class="wide"><table><tr><th>Code</th><th>Status</th><th>Says</th><th>What to do</th></tr>${Object.entries(
    problems,
  ).map(
    ([code, { status, title, fix }]) =>
      html`<tr id="problem-${code}"><td><code>${code}</code></td><td>${status}</td><td>${title}</td><td>${prose(fix)}</td></tr>`,
  )}</table></div>`;

export interface DocsPage {
  readonly page: string;
  readonly policy: string;
}

/** The page at `/docs` from the OpenAPI document: one file without scripts, and the policy that holds it to that. */
export const renderDocs = (given: unknown): DocsPage => {
  const { info, tags, paths, components } = documentShape.parse(given);
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Operation => ({ ...operation, method, path })),
  );
  const groups = tags.map(({ name }) => ({
    name,
    own: operations.filter((operation) => operation.tags[0] === name),
  }));
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${info.title} API</title><style>${raw(docsStyle)}</style></head><body>
<h1>${info.title} API</h1>
${info.description.split('\n\n').map((part) => html`<p>${prose(part)}</p>`)}
<p>Say who you are with <code>Authorization: Bearer plb_...</code>. For machines: <a href="/openapi.json">openapi.json</a>.</p>
<nav><ul>${groups.map(({ name }) => html`<li><a href="#${name}">${name}</a></li>`)}<li><a href="#problems">Problems</a></li><li><a href="#schemas">Schemas</a></li></ul></nav>
${groups.map(({ name, own }) => html`<h2 id="${name}">${name}</h2>${own.map(operationView)}`)}
<h2 id="problems">Problems</h2>${problemsTable()}
<h2 id="schemas">Schemas</h2>${Object.entries(components.schemas).map(schemaView)}
</body></html>
`;
  const hash = createHash('sha256').update(docsStyle).digest('base64');
  return { page: String(page), policy: `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'` };
};
