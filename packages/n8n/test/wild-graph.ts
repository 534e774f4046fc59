import fc from 'fast-check';

export interface Node {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly typeVersion: number;
  readonly position: readonly [number, number];
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}

export interface Workflow {
  readonly name: string;
  readonly nodes: readonly Node[];
  readonly connections: Readonly<Record<string, Readonly<Record<string, readonly (readonly Edge[])[]>>>>;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}

interface Edge {
  readonly node: string;
  readonly type: string;
  readonly index: number;
}

type Made = readonly [type: string, version: number, parameters: Readonly<Record<string, unknown>>];

const base = (name: string): string => `n8n-nodes-base.${name}`;
const ai = (name: string): string => `@n8n/n8n-nodes-langchain.${name}`;

/** Steps that the checks have something to say about. */
const kinds: readonly Made[] = [
  [base('webhook'), 2, { path: 'x', responseMode: 'responseNode' }],
  [base('scheduleTrigger'), 1.2, { rule: { interval: [{ field: 'hours' }] } }],
  [base('telegramTrigger'), 1.1, { updates: ['message'] }],
  [ai('chatTrigger'), 1.1, { public: true, options: {} }],
  [base('errorTrigger'), 1, {}],
  [ai('agent'), 1.7, { options: { systemMessage: 'Hand over to a colleague when asked for a person.' } }],
  [ai('lmChatOpenAi'), 1.2, { options: {} }],
  [ai('memoryBufferWindow'), 1.3, { contextWindowLength: 5 }],
  [ai('textClassifier'), 1, { categories: { categories: [{ category: 'Human' }, { category: 'Other' }] } }],
  [base('telegram'), 1.2, { chatId: '={{ $json.message.chat.id }}', text: '={{ $json.output }}' }],
  [base('telegram'), 1.2, { chatId: '77', text: 'A customer needs help: {{ $json.text }}' }],
  [
    base('gmail'),
    2.1,
    { sendTo: '={{ $json.email }}', subject: 'News', message: '=Hi {{ $json.first_name }}' },
  ],
  [
    base('gmail'),
    2.1,
    { operation: 'sendAndWait', sendTo: 'boss@corner.example', subject: 'OK?', message: 'Send?' },
  ],
  [
    base('emailSend'),
    2.1,
    {
      fromEmail: 'no-reply@corner.example',
      toEmail: '={{ $json.mail }}',
      html: '<a href="#">unsubscribe</a>',
    },
  ],
  [
    base('slack'),
    2.2,
    { select: 'channel', channelId: { __rl: true, value: 'C1' }, text: '={{ $json.question }}' },
  ],
  [base('googleSheets'), 4.5, { operation: 'read', documentId: { __rl: true, value: 'd' } }],
  [base('googleSheets'), 4.5, { operation: 'append', columns: { value: { orders: '={{ $json.total }}' } } }],
  [base('googleCalendar'), 1.2, { start: '={{ $json.start }}' }],
  [
    base('if'),
    2.2,
    {
      conditions: {
        conditions: [
          { leftValue: '={{ $json.data.approved }}', operator: { type: 'boolean', operation: 'true' } },
        ],
      },
    },
  ],
  [
    base('switch'),
    3.2,
    { rules: { values: [{ conditions: { conditions: [] } }, { conditions: { conditions: [] } }] } },
  ],
  [base('splitInBatches'), 3, { batchSize: 20 }],
  [base('wait'), 1.1, { amount: 3, unit: 'seconds' }],
  [
    base('set'),
    3.4,
    { assignments: { assignments: [{ name: 'email', value: '={{ $json.body.email }}', type: 'string' }] } },
  ],
  [
    base('code'),
    2,
    { jsCode: 'return items.filter(i => i.json.tag === "vip").map(i => ({json: {email: i.json.email}}))' },
  ],
  [
    base('httpRequest'),
    4.2,
    {
      method: 'POST',
      url: 'https://api.telegram.org/bot1/sendMessage',
      sendBody: true,
      jsonBody: '{"chat_id": "5", "text": "x"}',
    },
  ],
  [base('respondToWebhook'), 1.1, { respondWith: 'text', responseBody: '={{ $json.output }}' }],
  [base('executeWorkflow'), 1.2, { workflowId: { __rl: true, value: 'w1' } }],
  [base('stopAndError'), 1, { errorMessage: 'x' }],
  [base('noOp'), 1, {}],
  ['somebody.elses', 1, { a: 1 }],
];

const onErrors = [undefined, 'continueErrorOutput', 'continueRegularOutput'];

const node = (made: Made, at: number, disabled: boolean, onError: string | undefined): Node => ({
  id: `id-${at}`,
  name: `Step ${at}`,
  type: made[0],
  typeVersion: made[1],
  position: [at * 100, 0],
  parameters: made[2],
  ...(disabled ? { disabled: true } : {}),
  ...(onError === undefined ? {} : { onError }),
});

const link = (size: number) =>
  fc.record({
    from: fc.nat(size - 1),
    to: fc.nat(size - 1),
    kind: fc.constantFrom('main', 'main', 'main', 'ai_tool', 'ai_languageModel', 'error'),
    output: fc.nat(2),
  });

/** Any graph over sensible steps: cycles, self-loops, several starts, loose ends. Names are unique. */
export const wildWorkflow = (most: number): fc.Arbitrary<Workflow> =>
  fc
    .array(
      fc.tuple(fc.constantFrom(...kinds), fc.constantFrom(...onErrors), fc.integer({ min: 0, max: 9 })),
      { minLength: 1, maxLength: most },
    )
    .chain((made) =>
      fc.tuple(
        fc.constant(made.map(([kind, onError, dice], at) => node(kind, at, dice === 0, onError))),
        fc.array(link(made.length), { maxLength: made.length * 2 }),
      ),
    )
    .map(([nodes, links]) => {
      const connections: Record<string, Record<string, Edge[][]>> = {};
      for (const { from, to, kind, output } of links) {
        const kindsOf = connections[`Step ${from}`] ?? {};
        const outputs = kindsOf[kind] ?? [];
        connections[`Step ${from}`] = kindsOf;
        kindsOf[kind] = outputs;
        while (outputs.length <= output) outputs.push([]);
        outputs[output]?.push({ node: `Step ${to}`, type: kind, index: 0 });
      }
      return { name: 'Wild', nodes, connections, settings: { executionOrder: 'v1' } };
    });
