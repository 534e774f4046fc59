import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { document, type Operation, operations, wrongWith } from './description.ts';
import { fromSchema } from './from-schema.ts';
import { paramsOf, pathOf } from './requests.ts';
import { chatbot, openShop, profile } from './shop.ts';
import { type Ask, startApi } from './start-api.ts';

/** Words that trip up routers, databases, files and templates. */
const nasty = fc.constantFrom(
  '_',
  '..',
  '%00',
  '\u0000',
  '\ud800',
  "' or 1=1 --",
  '__proto__',
  'constructor',
  '\u202edrow',
  'a'.repeat(201),
  '["n8n"]',
  '-1',
  '1e999',
  '🪴',
);
const word = fc.oneof(nasty, fc.string({ minLength: 1, unit: 'binary', maxLength: 40 }));

/** `known`: names of what is there, so that requests also succeed. */
const parameterValues = (
  operation: Operation,
  place: string,
  known: Readonly<Record<string, string>>,
): fc.Arbitrary<Record<string, string>> => {
  const own = operation.parameters.filter((each) => each.in === place);
  const values = own.map(({ name, schema }) => {
    const fits = fromSchema(schema).map(String);
    const there = known[name];
    const right = there === undefined ? fits : fc.constant(there);
    return [name, fc.oneof({ weight: 4, arbitrary: right }, { weight: 1, arbitrary: fits }, word)] as const;
  });
  return fc.record(Object.fromEntries(values), {
    requiredKeys: own.filter((each) => each.required).map((each) => each.name),
  });
};

/** A workflow that reads, one with a part put out of order, or anything. */
const workflow = fc.oneof(
  fc.constant(chatbot('shop-flow')),
  fc
    .tuple(
      fc.constantFrom('nodes', 'connections', 'name', 'id', 'settings', 'meta'),
      fc.jsonValue({ maxDepth: 3 }),
    )
    .map(([part, value]) => ({ ...chatbot('shop-flow'), [part]: value })),
  fc.tuple(fc.nat(20), fc.jsonValue({ maxDepth: 4 })).map(([at, value]) => {
    const broken = chatbot('shop-flow');
    const nodes = [...(broken['nodes'] as unknown[])];
    nodes[at % nodes.length] = value;
    return { ...broken, nodes };
  }),
);

const jsonBody = (operation: Operation): fc.Arbitrary<Ask> => {
  const fits = fromSchema(operation.body);
  const fuller = fits.chain((body) =>
    typeof body === 'object' && body !== null && 'workflow' in body
      ? workflow.map((each) => ({ ...body, workflow: each }))
      : fc.constant(body),
  );
  const spoiled = fc
    .tuple(fuller, word, fc.jsonValue({ maxDepth: 2 }))
    .map(([body, name, value]) => ({ ...(body as object), [name]: value }));
  const any = fc
    .oneof({ weight: 5, arbitrary: fuller }, fits, spoiled, fc.jsonValue({ maxDepth: 4 }))
    .map((json): Ask => ({ json }));
  return operation.id === 'putProfile' ? fc.oneof(any, fc.constant({ json: profile('Corner') })) : any;
};

const bodyOf = (operation: Operation): fc.Arbitrary<Ask> =>
  operation.body === undefined
    ? fc.constant({})
    : fc.oneof(
        { weight: 8, arbitrary: jsonBody(operation) },
        fc.string({ maxLength: 200 }).map((text) => ({ text })),
        fc.uint8Array({ maxLength: 100 }).map((bytes) => ({ text: new Uint8Array(bytes) })),
      );

const printable = /^[\x21-\x7e][\x20-\x7e]*$/;
const whoAsks = ['admin', 'bound', 'other', 'nobody', 'made up'] as const;

const requests = (operation: Operation, known: Readonly<Record<string, string>>) =>
  fc.record({
    path: parameterValues(operation, 'path', known),
    query: fc.oneof(
      { weight: 4, arbitrary: parameterValues(operation, 'query', known) },
      fc.dictionary(word, word, { maxKeys: 2 }),
    ),
    headers: parameterValues(operation, 'header', known).map((given) =>
      Object.fromEntries(Object.entries(given).filter(([, value]) => printable.test(value))),
    ),
    body: bodyOf(operation),
    who: fc.oneof({ weight: 3, arbitrary: fc.constant('admin' as const) }, fc.constantFrom(...whoAsks)),
  });

describe.each(operations.map((operation) => [operation.id, operation] as const))('%s', (_, operation) => {
  it('answers anything as it is described, and never with a fault of ours', async () => {
    const api = await startApi();
    const shop = await openShop(api, 'shop', 'Corner');
    const keys = {
      admin: await api.keyFor(null, 'admin'),
      bound: shop.key,
      other: (await openShop(api, 'other', 'Other')).key,
      nobody: undefined,
      'made up': `plb_${'a'.repeat(43)}`,
    };
    await fc.assert(
      fc.asyncProperty(requests(operation, paramsOf(shop)), async ({ path, query, headers, body, who }) => {
        const address = pathOf(operation.path, path);
        // Dots are taken out of an address before it is sent, so another address would be asked.
        fc.pre(!/\/(?:\.|%2e){1,2}(?:\/|$)/i.test(address));
        const search = `${new URLSearchParams(query)}`;
        const reply = await api.ask(operation.method, search === '' ? address : `${address}?${search}`, {
          key: keys[who],
          headers,
          ...body,
        });
        expect(wrongWith(operation, reply)).toBeUndefined();
        expect(reply.status).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
    await api.reconciler.idle();
    expect(api.logged.filter((line) => line['level'] === 'error')).toEqual([]);
  });
});

it('describes operations to try', () => {
  expect(operations.length).toBeGreaterThan(20);
  expect(Object.keys(document.paths).length).toBeGreaterThan(10);
});
