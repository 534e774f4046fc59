import {
  answerWithoutProfile,
  type CompiledPolicy,
  type DecisionContext,
  type DecisionRequest,
  decide,
  normaliseRecipient,
  whyUnreadable,
} from '@plumbline/core';
import type { StoredApproval, StoredDecision, StoreView } from '@plumbline/store';
import type { Context } from '../context.ts';
import { Problem } from '../problem.ts';
import type { ApprovalWish } from './approval-wish.ts';
import { flowStandings } from './flow-standings.ts';
import { openLedger } from './ledger.ts';
import { currentPolicy } from './policies.ts';
import { brokenAnswer, brokenRecord, type Occasion, type Recorded, record, requestHash } from './record.ts';
import { mayCall } from './resume-address.ts';

/** One question, and what is to be done with the answer. */
export interface Item {
  readonly request: DecisionRequest;
  readonly idempotencyKey: string | null;
  readonly approval: ApprovalWish | null;
  readonly actor: string;
}

export type Outcome = Recorded | Problem;

/** What has to be written down; nothing is answered before it is. */
export interface Worked {
  readonly outcomes: readonly Outcome[];
  readonly decisions: readonly StoredDecision[];
  readonly approvals: readonly StoredApproval[];
}

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

/** Decisions that are there already under one of the keys, with their approvals. */
const knownByKey = async (view: StoreView, items: readonly Item[]): Promise<Map<string, Recorded>> => {
  const keys = new Set(items.flatMap(({ idempotencyKey: key }) => (key === null ? [] : [key])));
  const known = new Map<string, Recorded>();
  if (keys.size === 0) return known;
  for (const decision of await view.decisionsByKey([...keys])) {
    const approval = decision.answer.kind === 'needs-human' ? await view.approvalOf(decision.id) : undefined;
    known.set(decision.idempotencyKey ?? '', { decision, approval: approval ?? null });
  }
  return known;
};

/** Where the answer is told, by way of which connection; null where nothing is wished. */
const resumeOf = async (view: StoreView, wish: ApprovalWish): Promise<StoredApproval['resume'] | Problem> => {
  if (wish.resume === undefined) return null;
  const { connection: id, url } = wish.resume;
  if (id === undefined) {
    const covering = (await view.connections()).find((each) => mayCall(each, url));
    if (covering !== undefined) return { connection: covering.id, url };
    return new Problem('invalid-resume', 'No connection of this business covers the address.');
  }
  const connection = await view.connection(id);
  if (connection !== undefined && mayCall(connection, url)) return { connection: id, url };
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

  const occasion: Occasion = {
    now,
    at: new Date(now).toISOString(),
    until: new Date(now + ctx.retention).toISOString(),
    version,
    hash,
  };

  const answerTo = (item: Item, recipient: string | null, resume: StoredApproval['resume']): Recorded => {
    const { request } = item;
    const context: DecisionContext = {
      now,
      suppression: recipient === null ? null : (suppressed.get(recipient) ?? 'none'),
      ...(recipient === null && { unreadable: whyUnreadable(request.recipient, request.channel) }),
      counters: recipient === null || ledger === null ? {} : { ...ledger.readings(request, recipient) },
      flowStanding: standing(request),
    };
    const answer =
      policy === undefined
        ? brokenAnswer(hash)
        : policy === null
          ? answerWithoutProfile
          : decide(policy, request, context);
    return record(ctx, business, item, resume, recipient, context, answer, occasion);
  };

  const outcomes: Outcome[] = [];
  const decisions: StoredDecision[] = [];
  const approvals: StoredApproval[] = [];
  for (const [index, item] of items.entries()) {
    const key = item.idempotencyKey;
    const before = key === null ? undefined : known.get(key);
    if (before !== undefined) {
      const same = before.decision.requestHash === requestHash(ctx, business, item);
      outcomes.push(
        same ? before : new Problem('idempotency-conflict', 'This key was used for another request.'),
      );
      continue;
    }
    const resume = item.approval === null ? null : await resumeOf(view, item.approval);
    if (resume instanceof Problem) {
      outcomes.push(resume);
      continue;
    }
    const recipient = asking[index]?.recipient ?? null;
    let decided: Recorded;
    try {
      decided = answerTo(item, recipient, resume);
    } catch (error) {
      ctx.log.error('decision-failed', { error: error instanceof Error ? error.name : typeof error });
      decided = brokenRecord(ctx, item, occasion);
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
