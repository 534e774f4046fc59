import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answerApproval, keepHouse, releaseContact } from '../src/index.ts';
import { day, message, openDesk, strictPolicy } from './shop-policy.ts';

const business = 'shop';
const most = 2;
const window = 7 * day;
const people = ['ann@example.org', 'bob@example.org', 'ANN@example.org'];

type Step =
  | {
      readonly do: 'ask';
      readonly who: number;
      readonly written: boolean;
      readonly opens: boolean;
      readonly times: number;
    }
  | { readonly do: 'release'; readonly which: number }
  | { readonly do: 'answer'; readonly which: number; readonly answer: 'approve' | 'reject' }
  | { readonly do: 'pass'; readonly hours: number }
  | { readonly do: 'sweep' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      who: fc.nat(2),
      written: fc.boolean(),
      opens: fc.boolean(),
      times: fc.integer({ min: 1, max: 4 }),
    }),
  },
  fc.record({ do: fc.constant('release' as const), which: fc.nat(30) }),
  fc.record({
    do: fc.constant('answer' as const),
    which: fc.nat(30),
    answer: fc.constantFrom('approve' as const, 'reject' as const),
  }),
  fc.record({ do: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 120 }) }),
  fc.record({ do: fc.constant('sweep' as const) }),
);

interface Sent {
  readonly person: string;
  readonly at: number;
}

it('no sequence of requests, answers and returns sends more than the limit in any window', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { service, ask } = await openDesk(strictPolicy());
      const sent = new Map<string, Sent>();
      const asked: {
        readonly decision: string;
        readonly approval: string | null;
        readonly person: string;
      }[] = [];
      const now = (): number => service.bare.clock().getTime();
      for (const each of steps) {
        if (each.do === 'pass') service.pass(each.hours * 3_600_000);
        else if (each.do === 'sweep') await keepHouse({ ctx: service.system, input: { business } });
        else if (each.do === 'ask') {
          const address = people[each.who] ?? '';
          const facts = { aiGenerated: each.written, purpose: 'marketing' };
          const request = message(address, {
            facts,
            ...(each.opens ? { approval: { minutes: 6_000 } } : {}),
          });
          const answers = await Promise.all(Array.from({ length: each.times }, () => ask(request)));
          for (const { id, answer, approval } of answers) {
            const person = address.toLowerCase();
            const decision = id ?? '';
            asked.push({ decision, approval: approval?.id ?? null, person });
            if (answer === 'allow') sent.set(decision, { person, at: now() });
          }
        } else if (asked.length > 0) {
          const one = asked[each.which % asked.length];
          if (one === undefined) continue;
          if (each.do === 'release') {
            const input = { business, decision: one.decision };
            // Whoever gives back says that nothing was sent.
            await releaseContact({ ctx: service.system, input }).then(
              () => sent.delete(one.decision),
              () => undefined,
            );
          } else if (one.approval !== null) {
            const answer = { answer: each.answer, by: 'Maria' };
            await answerApproval({
              ctx: service.system,
              input: { business, approval: one.approval, answer },
            }).then(
              (detail) =>
                detail.state === 'approved' && sent.set(one.decision, { person: one.person, at: now() }),
              () => undefined,
            );
          }
        }
      }
      for (const { person, at } of sent.values()) {
        const inside = [...sent.values()].filter(
          (other) => other.person === person && other.at > at - window && other.at <= at,
        );
        expect(inside.length).toBeLessThanOrEqual(most);
      }
      await service.store.close();
    }),
    { numRuns: 60 },
  );
});
