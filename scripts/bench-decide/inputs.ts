import {
  type CompiledPolicy,
  compileProfile,
  type DecisionContext,
  type DecisionRequest,
  decisionContextSchema,
  decisionRequestSchema,
  parseProfile,
} from '@plumbline/core';

/** The eight rules, in the words of a profile. `copy` binds them to actions of their own, so that rules add up. */
const commitments = (copy: number, own: boolean): readonly object[] => {
  const on = (...actions: readonly string[]): { actions: readonly string[] } => ({
    actions: own && copy > 0 ? actions.map((action) => `copy${copy}.${action}`) : actions,
  });
  const bind = (enforcement: string, rule: string, actions: object, options: object = {}): object => ({
    id: `${rule}-${copy}`,
    promise: `We keep to ${rule}`,
    enforcement,
    rules: [{ rule, options, ...actions }],
  });
  const written = on('message.send', 'message.reply', 'post.publish');
  return [
    bind('block', 'respect-opt-out', on('message.send')),
    bind('block', 'quiet-hours', on('message.send')),
    bind('block', 'contact-limit', on('message.send')),
    bind('approve', 'reviewed-ai-text', written),
    bind('approve', 'offer-a-person', on('message.reply')),
    bind('block', 'amount-limit', on('payment.refund'), { most: 50, currency: 'EUR' }),
    bind('block', 'no-decision-by-model-alone', on('decision.about-person')),
    bind(
      'block',
      'flow-standing',
      on('message.send', 'message.reply', 'post.publish', 'payment.refund', 'decision.about-person'),
    ),
  ];
};

const actions = ['message.send', 'message.reply', 'post.publish', 'payment.refund', 'decision.about-person'];

/** `own`: every further copy speaks of actions of its own, as rules of a real profile do; else all of the same. */
export const policyOf = (rules: number, own: boolean): CompiledPolicy => {
  const copies = Math.ceil(rules / 8);
  const all = Array.from({ length: copies }, (_, copy) => commitments(copy, own))
    .flat()
    .slice(0, rules);
  const parsed = parseProfile({
    profile: 1,
    name: 'Benchmark',
    ownActions: own
      ? Array.from({ length: copies }, (_, copy) => actions.map((each) => `copy${copy}.${each}`)).flat()
      : [],
    values: [{ id: 'v', title: 'Value', commitments: all }],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return compileProfile(parsed.profile, 'benchmark');
};

export interface Input {
  readonly request: DecisionRequest;
  readonly context: DecisionContext;
}

/** Numbers from 0 to 1 that come again with the same seed (mulberry32). */
const numbers = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

const now = Date.UTC(2026, 2, 10, 9);

/** Requests as they come within a few minutes: most are fine, some break a rule, some leave out what a rule needs. */
export const inputsOf = (count: number): readonly Input[] => {
  const next = numbers(20260310);
  const often = (share: number): boolean => next() < share;
  const pick = <T>(...list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const unless = <T>(share: number, value: T): T | undefined => (often(share) ? undefined : value);
  return Array.from({ length: count }, (_, at) => {
    const action = pick('message.send', 'message.send', ...actions);
    const request = {
      caller: 'benchmark',
      action,
      channel: pick('email', 'sms', 'chat', 'whatsapp'),
      audience: 'customer',
      flow: unless(0.02, { source: 'n8n', id: String(Math.floor(next() * 50)) }),
      recipient: {
        address: `customer${at}@customer.example`,
        timeZone: unless(
          0.04,
          pick('Europe/Berlin', 'Europe/Lisbon', 'Europe/Athens', 'Europe/London', 'America/Los_Angeles'),
        ),
      },
      facts: {
        aiGenerated: unless(0.04, often(0.5)),
        reviewedBy: often(0.85) ? pick('Maria', 'Jonas') : unless(0.5, 'bot'),
        purpose: unless(0.1, pick('marketing', 'service', 'transaction')),
        turns: unless(0.05, Math.floor(next() * 5)),
        personOffered: unless(0.1, often(0.8)),
        amount: unless(0.05, Math.floor(next() * 60)),
        currency: unless(0.03, often(0.97) ? 'EUR' : 'CHF'),
        decidedBy: unless(0.05, pick('person', 'rule', 'model')),
        consequential: unless(0.2, often(0.7)),
      },
    };
    const used = Math.floor(next() * 3.3);
    const context = {
      now: now + at * 100,
      suppression: often(0.03) ? undefined : often(0.9) ? 'none' : pick('marketing', 'all'),
      counters: often(0.03) ? {} : { 'contact/7d': { used } },
      flowStanding: unless(0.03, often(0.93) ? 'aligned' : 'blocked'),
    };
    // As JSON brings them: what is undefined is not there.
    return {
      request: decisionRequestSchema.parse(JSON.parse(JSON.stringify(request))),
      context: decisionContextSchema.parse(JSON.parse(JSON.stringify(context))),
    };
  });
};
