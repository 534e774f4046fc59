import fc from 'fast-check';
import {
  audiences,
  builtInActions,
  type DecisionContext,
  type DecisionRequest,
  decisionContextSchema,
  decisionRequestSchema,
  type Profile,
  profileSchema,
  purposes,
  rules,
  sentiments,
  standings,
  suppressions,
} from '../src/index.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 });
/** Leaves out what is undefined, as JSON does. */
const told = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const options: Readonly<Record<string, fc.Arbitrary<Record<string, unknown>>>> = {
  'amount-limit': fc.record({
    most: fc.integer({ min: 0, max: 100 }),
    currency: fc.constantFrom('EUR', 'USD'),
  }),
  'contact-limit': fc.record({ most: fc.integer({ min: 1, max: 4 }), days: fc.constantFrom(1, 7) }),
  'quiet-hours': fc.constantFrom({}, { from: '12:00', to: '14:00' }, { quietDays: ['sunday'] }),
  disclosure: fc.constantFrom(
    {},
    { line: 'A machine wrote this.' },
    { line: 'A machine.', ifMissing: 'refuse' },
  ),
  'distress-or-plea': fc.constantFrom({}, { sentiment: 'needed' }),
  'offer-a-person': fc.constantFrom({}, { afterTurns: 0 }),
  'flow-standing': fc.constantFrom({}, { needs: 'aligned' }),
};
const binding = fc.constantFrom(...rules.map((rule) => rule.meta.id), 'own').chain((rule) =>
  fc.record(
    {
      rule: fc.constant(rule),
      options: options[rule] ?? fc.constant({}),
      actions: fc.subarray([...builtInActions], { minLength: 1 }),
      channels: fc.subarray(['email', 'sms', 'chat'], { minLength: 1 }),
    },
    { requiredKeys: ['rule', 'options'] },
  ),
);
/** Commitments of every enforcement, with built-in rules under various options and one of the business's own. */
export const commitments = fc.array(
  fc.record({
    enforcement: fc.constantFrom('observe', 'warn', 'approve', 'block'),
    rules: fc.array(binding, { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 5 },
);
const ownRule = {
  id: 'own',
  must: 'amount <= 20 || (decidedBy == "person" && !aiGenerated) || text.contains("voucher")',
  message: 'One of us gives these.',
  actions: ['payment.refund', 'message.send'],
  examples: { pass: [{}], fail: [{}] },
};
export const profileOf = (list: readonly { enforcement: string; rules: readonly object[] }[]): Profile =>
  profileSchema.parse({
    profile: 1,
    name: 'Corner Bookshop',
    ownRules: [ownRule],
    values: [
      {
        id: 'v',
        title: 'Value',
        commitments: list.map((each, at) => ({ id: `c${at}`, promise: `promise ${at}`, ...each })),
      },
    ],
  });

const words = fc.constantFrom(
  'We open at nine.',
  'Dear {{name}}, hello.',
  'I am the virtual assistant. Call us.',
  'DE89 3704 0044 0532 0130 00',
  'A machine wrote this. Your voucher.',
);
export const request: fc.Arbitrary<DecisionRequest> = fc
  .record({
    caller: fc.constant('test'),
    flow: maybe(fc.constant({ source: 'n8n', id: '1' })),
    action: fc.constantFrom(...builtInActions),
    channel: maybe(fc.constantFrom('email', 'sms', 'chat', 'letter')),
    audience: maybe(fc.constantFrom(...audiences)),
    recipient: maybe(
      fc.record({
        address: maybe(fc.constant('ann@customer.example')),
        timeZone: maybe(fc.constantFrom('Europe/Berlin', 'Asia/Tokyo', 'UTC')),
      }),
    ),
    content: maybe(
      fc.record({
        text: maybe(words),
        said: maybe(fc.constantFrom('When do you open?', 'I need a human', 'Привет, как дела')),
      }),
    ),
    facts: maybe(
      fc.record({
        aiGenerated: maybe(fc.boolean()),
        reviewedBy: maybe(fc.constantFrom('Maria', 'bot', '')),
        decidedBy: maybe(fc.constantFrom('person', 'rule', 'model')),
        consequential: maybe(fc.boolean()),
        purpose: maybe(fc.constantFrom(...purposes)),
        sentiment: maybe(fc.constantFrom(...sentiments)),
        amount: maybe(fc.integer({ min: 0, max: 120 })),
        currency: maybe(fc.constantFrom('EUR', 'USD')),
        turns: maybe(fc.integer({ min: 0, max: 6 })),
        personOffered: maybe(fc.boolean()),
      }),
    ),
  })
  .map((each) => decisionRequestSchema.parse(told(each)));
const reading = fc.record({
  used: fc.integer({ min: 0, max: 4 }),
  freeAt: maybe(fc.constant(1_800_000_000_000)),
});
export const context: fc.Arbitrary<DecisionContext> = fc
  .record({
    now: fc.integer({ min: 1_700_000_000_000, max: 1_790_000_000_000 }),
    suppression: maybe(fc.constantFrom(...suppressions)),
    counters: fc.record({ 'contact/7d': maybe(reading), 'contact/1d': maybe(reading) }),
    flowStanding: maybe(fc.constantFrom(...standings)),
  })
  .map((each) => decisionContextSchema.parse(told(each)));
