import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  audiences,
  builtInActions,
  compileProfile,
  type DecisionContext,
  type DecisionRequest,
  decide,
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
const commitments = fc.array(
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
const profileOf = (list: readonly { enforcement: string; rules: readonly object[] }[]): Profile =>
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
const request: fc.Arbitrary<DecisionRequest> = fc
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
const context: fc.Arbitrary<DecisionContext> = fc
  .record({
    now: fc.integer({ min: 1_700_000_000_000, max: 1_790_000_000_000 }),
    suppression: maybe(fc.constantFrom(...suppressions)),
    counters: fc.record({ 'contact/7d': maybe(reading), 'contact/1d': maybe(reading) }),
    flowStanding: maybe(fc.constantFrom(...standings)),
  })
  .map((each) => decisionContextSchema.parse(told(each)));

type Path = readonly string[];
const pathsIn = (value: unknown, before: Path = []): readonly Path[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) => [
        [...before, key],
        ...pathsIn(inner, [...before, key]),
      ]);

/** A copy in which one place holds something else; undefined takes it out. */
const changed = <T>(value: T, path: Path, to: unknown): T => {
  const copy = structuredClone(value) as Record<string, unknown>;
  const last = path.at(-1) ?? '';
  let at = copy;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
  if (to === undefined) delete at[last];
  else at[last] = to;
  return copy as T;
};

/** Places whose value says what is about to happen, so that another value is another request. */
const isQuestion = (path: Path): boolean => ['caller', 'action', 'now'].includes(path[0] ?? '');
const isWording = (path: Path): boolean =>
  path[0] === 'content' && (path[1] === 'text' || path[1] === 'said');

const garbage: readonly unknown[] = [
  null,
  '',
  '???',
  'undefined',
  Number.NaN,
  -1,
  {},
  [],
  'no such thing',
  Infinity,
];

const neverOpens = (spoil: (path: Path) => readonly unknown[]): void => {
  fc.assert(
    fc.property(commitments, request, context, (list, asked, known) => {
      const policy = compileProfile(profileOf(list), 'hash');
      const before = decide(policy, asked, known);
      if (before.kind === 'allow') return;
      for (const path of pathsIn(asked)) {
        if (isQuestion(path)) continue;
        for (const to of spoil(path)) {
          const after = decide(policy, changed(asked, path, to), known);
          expect(after.kind, `${path.join('.')} = ${String(to)}`).not.toBe('allow');
        }
      }
      for (const path of pathsIn(known)) {
        if (isQuestion(path)) continue;
        for (const to of path.at(-1) === 'freeAt' ? [undefined] : spoil(path)) {
          const after = decide(policy, asked, changed(known, path, to));
          expect(after.kind, `${path.join('.')} = ${String(to)}`).not.toBe('allow');
        }
      }
    }),
    { numRuns: 1000 },
  );
};

describe('nothing opens a door', () => {
  it('by leaving something out', () => {
    neverOpens(() => [undefined]);
  });

  it('by a value that says nothing', () => {
    neverOpens((path) => {
      if (isWording(path)) return [null, '', 7, {}];
      // Any words may be somebody's name.
      return path.at(-1) === 'reviewedBy' ? garbage.filter((each) => each !== 'no such thing') : garbage;
    });
  });

  it('by an empty profile', () => {
    const empty = compileProfile(profileSchema.parse({ profile: 1, name: 'Nobody' }), 'hash');
    fc.assert(
      fc.property(request, context, (asked, known) => {
        expect(decide(empty, asked, known).kind).toBe('no-policy');
        expect(decide(null, asked, known).kind).toBe('no-policy');
      }),
    );
  });

  it('by a request or a context that is broken', () => {
    fc.assert(
      fc.property(commitments, request, fc.anything(), (list, asked, broken) => {
        const strict = list.map((each) => ({ ...each, enforcement: 'block' }));
        const policy = compileProfile(profileOf(strict), 'hash');
        expect(decide(policy, broken as DecisionRequest, { now: 0, counters: {} }).kind).not.toBe('allow');
        const nothingKnown = decide(policy, asked, { now: 0, counters: {} });
        if (nothingKnown.kind === 'allow') return;
        expect(decide(policy, asked, broken as DecisionContext).kind).not.toBe('allow');
      }),
    );
  });

  it('by a rule that this version does not know', () => {
    const profile = profileOf([{ enforcement: 'block', rules: [{ rule: 'from-the-future' }] }]);
    fc.assert(
      fc.property(request, context, (asked, known) => {
        expect(decide(compileProfile(profile, 'hash'), asked, known).kind).toBe('needs-human');
      }),
    );
  });
});

const gravest = (answer: Answer): string =>
  ['block', 'needs-human'].find((effect) => answer.reasons.some((each) => each.effect === effect)) ?? 'open';

describe('an answer', () => {
  it('is the same for the same input, and changes none of it', () => {
    fc.assert(
      fc.property(commitments, request, context, (list, asked, known) => {
        const kept = structuredClone([asked, known]);
        const policy = compileProfile(profileOf(list), 'hash');
        const first = decide(policy, asked, known);
        expect(decide(policy, asked, known)).toEqual(first);
        expect(decide(compileProfile(profileOf(list), 'hash'), asked, known)).toEqual(first);
        expect([asked, known]).toEqual(kept);
      }),
    );
  });

  it('does not depend on the order of commitments and rules', () => {
    fc.assert(
      fc.property(
        commitments,
        fc.infiniteStream(fc.nat()),
        request,
        context,
        (list, numbers, asked, known) => {
          const stream = numbers[Symbol.iterator]();
          const shuffled = <T>(items: readonly T[]): T[] =>
            items
              .map((item) => ({ item, at: stream.next().value ?? 0 }))
              .sort((a, b) => a.at - b.at)
              .map(({ item }) => item);
          const profile = profileOf(list);
          const other: Profile = {
            ...profile,
            values: profile.values.map((value) => ({
              ...value,
              commitments: shuffled(value.commitments).map((each) => ({
                ...each,
                rules: shuffled(each.rules),
              })),
            })),
          };
          expect(decide(compileProfile(other, 'hash'), asked, known)).toEqual(
            decide(compileProfile(profile, 'hash'), asked, known),
          );
        },
      ),
    );
  });

  it('is its gravest reason', () => {
    fc.assert(
      fc.property(commitments, request, context, (list, asked, known) => {
        const answer = decide(compileProfile(profileOf(list), 'hash'), asked, known);
        if (answer.kind === 'no-policy') expect(answer.reasons).toEqual([]);
        else expect(answer.kind).toBe(gravest(answer) === 'open' ? 'allow' : gravest(answer));
        expect(answer.observed.every((each) => each.effect === 'observe')).toBe(true);
      }),
    );
  });
});
