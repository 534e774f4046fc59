import {
  type Answer,
  answerWithoutProfile,
  type CompiledPolicy,
  canonical,
  type DecisionContext,
  type DecisionRequest,
  decide,
  normaliseRecipient,
  rulesVersion,
} from '@plumbline/core';
import type { StoredApproval, StoredDecision, StoreView } from '@plumbline/store';
import type { Context } from '../context.ts';
import { Problem } from '../problem.ts';
import type { ApprovalWish } from './approval-wish.ts';
import { flowStandings, type StandingOf } from './flow-standings.ts';
import { openPart, sealedPart } from './kept-request.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { currentPolicy } from './policies.ts';
import { mayCall } from './resume-address.ts';

/** One question, and what is to be done with the answer. */
export interface Item {
  readonly request: DecisionRequest;
  readonly idempotencyKey: string | null;
  readonly approval: ApprovalWish | null;
  readonly actor: string;
}

export interface Decided {
  readonly decision: StoredDecision;
  readonly approval: StoredApproval | null;
  /** It was there already, under the same idempotency key. */
  readonly again: boolean;
}
export type Outcome = Decided | Problem;

/** What has to be written down; nothing is answered before it is. */
export interface Worked {
  readonly outcomes: readonly Outcome[];
  readonly decisions: readonly StoredDecision[];
  readonly approvals: readonly StoredApproval[];
}

const minute = 60_000;
const brokenAnswer = (profile: Answer['versions']['profile']): Answer => ({
  kind: 'error',
  reasons: [],
  observed: [],
  obligations: [],
  message: 'No answer could be found, so nothing is allowed by it.',
  reserves: [],
  versions: { profile, rules: rulesVersion },
});

/** Hash of who is reached, the same however the address is written; null where that cannot be told. */
const recipientOf = (
  ctx: Pick<Context, 'vault'>,
  business: string,
  { recipient, channel }: Pick<DecisionRequest, 'recipient' | 'channel'>,
): string | null => {
  const key = normaliseRecipient(recipient, channel);
  return key === null ? null : ctx.vault.pseudonym(business, key.key);
};

interface Ready {
  readonly version: number | null;
  /** null: no profile; undefined: there is one that cannot be used. */
  readonly policy: CompiledPolicy | null | undefined;
  readonly hash: string | null;
}

const readyPolicy = async (ctx: Context, view: StoreView): Promise<Ready> => {
  const head = await view.profileHead();
  if (head === undefined) return { version: null, policy: null, hash: null };
  try {
    const current = await currentPolicy(ctx.policies, view);
    return { version: head.version, policy: current?.policy ?? null, hash: head.hash };
  } catch (error) {
    ctx.log.error('profile-not-usable', { version: head.version, error: String(error).slice(0, 200) });
    return { version: head.version, policy: undefined, hash: head.hash };
  }
};

const requestHash = (ctx: Context, business: string, { request, approval }: Item): string =>
  ctx.vault.pseudonym(business, canonical({ request, approval }));

/** Decisions that are there already under one of the keys, with their approvals. */
const knownByKey = async (view: StoreView, items: readonly Item[]): Promise<Map<string, Decided>> => {
  const keys = new Set(items.flatMap(({ idempotencyKey: key }) => (key === null ? [] : [key])));
  const known = new Map<string, Decided>();
  if (keys.size === 0) return known;
  for (const decision of await view.decisionsByKey([...keys])) {
    const approval = decision.answer.kind === 'needs-human' ? await view.approvalOf(decision.id) : undefined;
    known.set(decision.idempotencyKey ?? '', { decision, approval: approval ?? null, again: true });
  }
  return known;
};

const refusedResume = async (view: StoreView, wish: ApprovalWish | null): Promise<Problem | null> => {
  if (wish?.resume === undefined) return null;
  const connection = await view.connection(wish.resume.connection);
  if (connection !== undefined && mayCall(connection, wish.resume.url)) return null;
  return new Problem(
    'invalid-resume',
    connection === undefined
      ? 'There is no such connection in this business.'
      : `The address does not lie under ${connection.origin}${connection.path}.`,
  );
};

/**
 * Answers questions one after another over one state of the business; the caller writes down what comes out, in the
 * same transaction. A fault within one question makes its answer `error` and touches no other.
 */
export const work = async (
  ctx: Context,
  view: StoreView,
  business: string,
  items: readonly Item[],
): Promise<Worked> => {
  const now = ctx.clock().getTime();
  const at = new Date(now).toISOString();
  const { version, policy, hash } = await readyPolicy(ctx, view);
  const asking = items.map(({ request }) => ({ request, recipient: recipientOf(ctx, business, request) }));
  const known = await knownByKey(view, items);
  const recipients = asking.flatMap(({ recipient }) => (recipient === null ? [] : [recipient]));
  const suppressed = new Map(
    (recipients.length === 0 ? [] : await view.suppressions(recipients)).map((each) => [
      each.recipient,
      each.scope,
    ]),
  );
  const ledger = policy === null || policy === undefined ? null : await openLedger(view, policy, asking, now);
  const standing = await flowStandings(
    ctx,
    view,
    business,
    items.map(({ request }) => request),
  );

  const contextFor = (
    request: DecisionRequest,
    recipient: string | null,
    led: Ledger | null,
    standingOf: StandingOf,
  ): DecisionContext => ({
    now,
    suppression: recipient === null ? null : (suppressed.get(recipient) ?? 'none'),
    counters: recipient === null || led === null ? {} : { ...led.readings(request, recipient) },
    flowStanding: standingOf(request),
  });

  const answerTo = (item: Item, recipient: string | null): Decided => {
    const { request, idempotencyKey, approval: wish, actor } = item;
    const context = contextFor(request, recipient, ledger, standing);
    const answer =
      policy === undefined
        ? brokenAnswer(hash === null ? null : { hash, version: '' })
        : policy === null
          ? answerWithoutProfile
          : decide(policy, request, context);
    const opens = answer.kind === 'needs-human' && wish !== null;
    const id = ctx.id('dec');
    const sealed = sealedPart(request, opens);
    const counts = answer.reserves.length > 0 && recipient !== null;
    const decision: StoredDecision = {
      id,
      createdAt: at,
      actor,
      request: openPart(request),
      recipient,
      context,
      answer,
      profileVersion: version,
      idempotencyKey,
      requestHash: idempotencyKey === null ? '' : requestHash(ctx, business, item),
      // Without an approval nothing would ever settle a reservation, so it counts as used.
      contact: counts ? (opens ? 'reserved' : 'used') : 'none',
      content: sealed === null ? 'none' : 'kept',
      sealed: sealed === null ? null : ctx.vault.seal(business, id, JSON.stringify(sealed)),
      contentUntil: sealed === null ? null : new Date(now + ctx.retention).toISOString(),
    };
    const approval: StoredApproval | null = opens
      ? {
          id: ctx.id('apr'),
          decision: id,
          state: 'open',
          who: wish.who,
          until: new Date(now + wish.minutes * minute).toISOString(),
          resume: wish.resume ?? null,
          createdAt: at,
          answeredAt: null,
          answeredBy: null,
          actor: null,
          comment: null,
          edited: null,
        }
      : null;
    return { decision, approval, again: false };
  };

  /** What is written down where the work on a question broke: the answer `error`, and nothing that could break again. */
  const broken = ({ request, idempotencyKey, actor }: Item): Decided => ({
    decision: {
      id: ctx.id('dec'),
      createdAt: at,
      actor,
      request: openPart(request),
      recipient: null,
      context: { now, counters: {} },
      answer: brokenAnswer(hash === null ? null : { hash, version: '' }),
      profileVersion: version,
      idempotencyKey,
      requestHash: '',
      contact: 'none',
      content: 'none',
      sealed: null,
      contentUntil: null,
    },
    approval: null,
    again: false,
  });

  const outcomes: Outcome[] = [];
  const decisions: StoredDecision[] = [];
  const approvals: StoredApproval[] = [];
  for (const [index, item] of items.entries()) {
    const key = item.idempotencyKey;
    const before = key === null ? undefined : known.get(key);
    if (before !== undefined) {
      const same = before.decision.requestHash === requestHash(ctx, business, item);
      outcomes.push(
        same
          ? { ...before, again: true }
          : new Problem('idempotency-conflict', 'This key was used for another request.'),
      );
      continue;
    }
    const refused = await refusedResume(view, item.approval);
    if (refused !== null) {
      outcomes.push(refused);
      continue;
    }
    const recipient = asking[index]?.recipient ?? null;
    let decided: Decided;
    try {
      decided = answerTo(item, recipient);
    } catch (error) {
      ctx.log.error('decision-failed', { error: error instanceof Error ? error.name : typeof error });
      decided = broken(item);
    }
    const { decision, approval } = decided;
    if (decision.contact !== 'none' && recipient !== null) ledger?.add(item.request, recipient, now);
    if (key !== null) known.set(key, decided);
    decisions.push(decision);
    if (approval !== null) approvals.push(approval);
    outcomes.push(decided);
  }
  return { outcomes, decisions, approvals };
};
