import {
  type Answer,
  type AnswerKind,
  answerKinds,
  type CompiledPolicy,
  type CounterReading,
  countersFor,
  decide,
} from '@plumbline/core';
import { decisionCursor, type ProfileVersion, type StoredDecision } from '@plumbline/store';
import type { Context } from '../context.ts';
import { rejoined } from '../decide/kept-request.ts';
import { opened } from '../decide/opened.ts';
import { readIn } from '../scope.ts';
import type { ProfilePreview } from '../use-cases/preview-profile.ts';

type Decisions = ProfilePreview['decisions'];

const day = 24 * 60 * 60 * 1000;
const pageSize = 500;
const most = 20_000;
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

interface Contact {
  readonly at: number;
  readonly channel: string;
}

/** What each recipient would have been sent by then, had the draft held: counters are read from this. */
const createHistory = (policy: CompiledPolicy) => {
  const contacts = new Map<string, Contact[]>();
  return {
    add: (recipient: string, contact: Contact): void => {
      const list = contacts.get(recipient);
      if (list === undefined) contacts.set(recipient, [contact]);
      else list.push(contact);
    },
    readings: (decision: StoredDecision): Record<string, CounterReading> => {
      const { recipient, context, request } = decision;
      const readings: Record<string, CounterReading> = {};
      if (recipient === null) return readings;
      const own = contacts.get(recipient) ?? [];
      for (const { key, days, channels } of countersFor(policy, request)) {
        const inside = own.filter(
          ({ at, channel }) =>
            at > context.now - days * day &&
            (channels === null || channel === '' || channels.includes(channel)),
        );
        const oldest = inside[0]?.at;
        readings[key] = {
          used: inside.length,
          ...(oldest === undefined ? {} : { freeAt: oldest + days * day }),
        };
      }
      return readings;
    },
  };
};

const zeros = (): Record<AnswerKind, number> =>
  Object.fromEntries(answerKinds.map((kind) => [kind, 0])) as Record<AnswerKind, number>;

interface Change {
  count: number;
  readonly because: Map<string, number>;
  readonly examples: string[];
}

const often = (because: Map<string, number>): string[] =>
  [...because]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([words]) => words);

/** What stood in the way, before or after: the reasons of the stricter answer. */
const causes = (before: Answer, after: Answer): readonly string[] => {
  const decisive = (answer: Answer): readonly string[] =>
    answer.reasons
      .filter(({ effect }) => effect === 'block' || effect === 'needs-human')
      .map(({ because, message }) => `${because}: ${message}`);
  return [...new Set([...decisive(after), ...decisive(before)])];
};

/** Asks the decisions of the last days again under a draft, with counters as they would have been. */
export const previewDecisions = async (
  ctx: Context,
  business: string,
  draft: ProfileVersion,
  days: number,
): Promise<Decisions> => {
  const policy = await ctx.policies.of(draft.hash, async () => draft.profile);
  const windows = [...policy.actions.keys()].flatMap((action) =>
    countersFor(policy, { caller: 'preview', action }).map((query) => query.days),
  );
  const longest = Math.max(0, ...windows);
  const now = ctx.clock().getTime();
  const from = now - days * day;
  const history = createHistory(policy);
  const before = zeros();
  const after = zeros();
  const changes = new Map<string, Change>();
  let total = 0;
  let compared = 0;
  let contentGone = 0;

  const compare = (decision: StoredDecision): Answer | null => {
    total += 1;
    if (decision.content === 'expired' || decision.content === 'erased') {
      contentGone += 1;
      return null;
    }
    const request = rejoined(decision.request, opened(ctx, business, decision));
    const answer = decide(policy, request, { ...decision.context, counters: history.readings(decision) });
    compared += 1;
    before[decision.answer.kind] += 1;
    after[answer.kind] += 1;
    if (answer.kind !== decision.answer.kind) {
      const key = `${decision.answer.kind} ${answer.kind}`;
      const change = changes.get(key) ?? { count: 0, because: new Map<string, number>(), examples: [] };
      changes.set(key, change);
      change.count += 1;
      if (change.examples.length < 5) change.examples.push(decision.id);
      for (const words of causes(decision.answer, answer))
        change.because.set(words, (change.because.get(words) ?? 0) + 1);
    }
    return answer;
  };

  const since = new Date(from - longest * day).toISOString();
  let seen = 0;
  for (let cursor: string | undefined; seen < most; ) {
    const page = await readIn(ctx, business, 'read', (view) =>
      view.decisions({ limit: pageSize, after: cursor, since }),
    );
    for (const decision of page) {
      const inside = decision.context.now >= from;
      const answer = inside ? compare(decision) : null;
      // Where it is not asked again, it counts as it did.
      const counts =
        answer === null
          ? ['used', 'reserved'].includes(decision.contact)
          : answer.reserves.length > 0 && decision.contact !== 'released';
      if (counts && decision.recipient !== null)
        history.add(decision.recipient, {
          at: decision.context.now,
          channel: decision.request.channel ?? '',
        });
    }
    seen += page.length;
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) break;
    cursor = decisionCursor(last);
    await nextTurn();
  }
  return {
    days,
    total,
    compared,
    contentGone,
    before,
    after,
    changes: [...changes]
      .sort((a, b) => b[1].count - a[1].count)
      .map(([key, change]) => {
        const [was, is] = key.split(' ') as [AnswerKind, AnswerKind];
        return {
          before: was,
          after: is,
          count: change.count,
          because: often(change.because),
          examples: change.examples,
        };
      }),
  };
};
