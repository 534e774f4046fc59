import fc from 'fast-check';

/** JSON as it is written, so that a key `__proto__` is an own key, as it is when a file is read. */
type Written =
  | { readonly kind: 'leaf'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Written[] }
  | { readonly kind: 'object'; readonly pairs: readonly (readonly [string, Written])[] };

const write = (value: Written): string => {
  if (value.kind === 'leaf') return value.text;
  if (value.kind === 'list') return `[${value.items.map(write).join(',')}]`;
  return `{${value.pairs.map(([key, each]) => `${JSON.stringify(key)}:${write(each)}`).join(',')}}`;
};

const leaf = (value: unknown): Written => ({ kind: 'leaf', text: JSON.stringify(value) });
const object = (pairs: readonly (readonly [string, Written])[]): Written => ({
  kind: 'object',
  pairs,
});
const list = (items: readonly Written[]): Written => ({ kind: 'list', items });

const inherited = [
  '__proto__',
  'constructor',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'prototype',
  'toJSON',
];
/** Names that real flows have, that break careless readers, or that stand for each other. */
const names = [
  'A',
  'A',
  'B',
  'C',
  'D',
  '',
  ' ',
  'A\n',
  '\u200bA',
  'Ü "x" {{y}}',
  '\ud800',
  '😀',
  '\u202eA',
  ...inherited,
];
const types = [
  'n8n-nodes-base.webhook',
  'n8n-nodes-base.scheduleTrigger',
  'n8n-nodes-base.gmail',
  'n8n-nodes-base.slack',
  'n8n-nodes-base.httpRequest',
  'n8n-nodes-base.if',
  'n8n-nodes-base.switch',
  'n8n-nodes-base.splitInBatches',
  'n8n-nodes-base.set',
  'n8n-nodes-base.code',
  'n8n-nodes-base.wait',
  'n8n-nodes-base.googleCalendar',
  'n8n-nodes-base.respondToWebhook',
  'n8n-nodes-base.executeWorkflow',
  'n8n-nodes-base.stickyNote',
  'n8n-nodes-base.telegramTrigger',
  'n8n-nodes-base.telegram',
  'n8n-nodes-base.telegramTool',
  'n8n-nodes-base.slackHitlTool',
  '@n8n/n8n-nodes-langchain.agent',
  '@n8n/n8n-nodes-langchain.chatTrigger',
  '@n8n/n8n-nodes-langchain.textClassifier',
  'n8n-nodes-base.start',
  'somebody.elses',
  'Tool',
  'HitlTool',
  ...inherited,
  '',
];
const keys = [
  ...inherited,
  'operation',
  'resource',
  'conditions',
  'rules',
  'values',
  'assignments',
  'value',
  '__rl',
  'text',
  'message',
  'sendTo',
  'subject',
  'url',
  'method',
  'jsonBody',
  'bodyParameters',
  'parameters',
  'jsCode',
  'rule',
  'options',
  'workflowId',
  'mode',
  'categories',
  'credentials',
  'id',
  'name',
];
const texts = [
  '',
  '=',
  '={{',
  '={{ $json.email }}',
  '={{ $("A").item.json["x"] }}',
  '={{ $node["__proto__"].json.constructor }}',
  "={{ $fromAI('to') }}",
  'Dear {{ name }}, unsubscribe',
  'https://api.telegram.org/bot1/sendMessage',
  '{"to": "a@b.example", "text": "x"',
  'sendAndWait',
  '\ud800\udfff\ud800',
  '\u0000\u001b[31m\u202e',
  ...inherited,
];

const word = (pool: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...pool) },
    { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
  );

const anyLeaf: fc.Arbitrary<Written> = fc
  .oneof(
    word(texts),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  )
  .map(leaf);

const anyJson: fc.Arbitrary<Written> = fc.letrec<{ any: Written }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    { weight: 3, arbitrary: anyLeaf },
    { weight: 1, arbitrary: fc.array(tie('any'), { maxLength: 4 }).map(list) },
    { weight: 2, arbitrary: fc.array(fc.tuple(word(keys), tie('any')), { maxLength: 5 }).map(object) },
  ),
})).any;

/** `value`, or now and then something that has no business there. */
const mostly = (value: fc.Arbitrary<Written>): fc.Arbitrary<Written> =>
  fc.oneof({ weight: 8, arbitrary: value }, { weight: 1, arbitrary: anyJson });

/** Some of the pairs, each with a value that fits or does not. */
const some = (fields: Readonly<Record<string, fc.Arbitrary<Written>>>): fc.Arbitrary<Written> =>
  fc
    .tuple(
      ...Object.entries(fields).map(([key, value]) =>
        fc.option(mostly(value).map((each) => [key, each] as const)),
      ),
    )
    .map((pairs) => object(pairs.filter((pair) => pair !== null)));

const node = some({
  id: word(['1', '2', '__proto__', '']).map(leaf),
  name: word(names).map(leaf),
  type: word(types).map(leaf),
  typeVersion: fc.constantFrom(1, 2, 2.1, '2', -1).map(leaf),
  parameters: fc.array(fc.tuple(word(keys), anyJson), { maxLength: 6 }).map(object),
  disabled: fc.boolean().map(leaf),
  onError: fc.constantFrom('continueErrorOutput', 'continueRegularOutput', 'x').map(leaf),
  credentials: fc.array(fc.tuple(word(keys), anyJson), { maxLength: 2 }).map(object),
  notes: anyLeaf,
  position: anyJson,
});

const edge = fc.oneof(
  word(names).map(leaf),
  some({
    node: word(names).map(leaf),
    type: word(['main', 'error', 'output', 'ai_tool']).map(leaf),
    index: fc.integer({ min: -2, max: 5 }).map(leaf),
  }),
);
const slot = mostly(fc.oneof(fc.array(edge, { maxLength: 4 }).map(list), edge, fc.constant(leaf(null))));
const outputs = mostly(fc.oneof(fc.array(slot, { maxLength: 3 }).map(list), slot));
const kinds = fc
  .array(fc.tuple(word(['main', 'error', 'output', 'ai_tool', 'ai_languageModel', ...inherited]), outputs), {
    maxLength: 3,
  })
  .map(object);
const connections = fc.array(fc.tuple(word(names), mostly(kinds)), { maxLength: 8 }).map(object);

/** A workflow with anything wrong that a file can have. Text of a JSON file. */
const hostileWorkflow: fc.Arbitrary<string> = some({
  id: anyLeaf,
  name: word(names).map(leaf),
  settings: anyJson,
  pinData: anyJson,
  staticData: anyJson,
}).chain((rest) =>
  fc
    .tuple(fc.array(mostly(node), { maxLength: 14 }).map(list), mostly(connections))
    .map(([nodes, links]) =>
      write(
        object([...(rest.kind === 'object' ? rest.pairs : []), ['nodes', nodes], ['connections', links]]),
      ),
    ),
);

/** The same, wrapped as exports are. */
export const hostileFile: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: hostileWorkflow },
  { weight: 1, arbitrary: fc.array(hostileWorkflow, { maxLength: 3 }).map((each) => `[${each.join(',')}]`) },
  { weight: 1, arbitrary: hostileWorkflow.map((each) => `{"data":{"workflow":${each}}}`) },
  { weight: 1, arbitrary: anyJson.map(write) },
);
