import { type Answer, canonical, type DecisionContext, rulesVersion } from '@plumbline/core';
import type { StoredApproval, StoredDecision } from '@plumbline/store';
import type { Context } from '../context.ts';
import type { Item } from './engine.ts';
import { openPart, sealedPart } from './kept-request.ts';

const minute = 60_000;

export interface Recorded {
  readonly decision: StoredDecision;
  readonly approval: StoredApproval | null;
}

/** What a decision is written down under, the same for all that are answered together. */
export interface Occasion {
  /** Epoch ms. */
  readonly now: number;
  /** The same in words, and until when content is kept. */
  readonly at: string;
  readonly until: string;
  /** Version and hash of the profile; null without one. */
  readonly version: number | null;
  readonly hash: string | null;
}

/** The answer where none could be found. */
export const brokenAnswer = (hash: string | null): Answer => ({
  kind: 'error',
  reasons: [],
  observed: [],
  obligations: [],
  message: 'No answer could be found, so nothing is allowed by it.',
  reserves: [],
  versions: { profile: hash === null ? null : { hash, version: '' }, rules: rulesVersion },
});

/** Keyed hash of all that is asked, to tell the same request from another under one idempotency key. */
export const requestHash = (ctx: Context, business: string, { request, approval }: Item): string =>
  ctx.vault.pseudonym(business, canonical({ request, approval }));

const approvalOf = (
  ctx: Context,
  decision: string,
  wish: NonNullable<Item['approval']>,
  resume: StoredApproval['resume'],
  now: number,
): StoredApproval => ({
  id: ctx.id('apr'),
  decision,
  state: 'open',
  who: wish.who,
  until: new Date(now + wish.minutes * minute).toISOString(),
  resume,
  createdAt: new Date(now).toISOString(),
  answeredAt: null,
  answeredBy: null,
  actor: null,
  comment: null,
  edited: null,
});

/** A decision as it is kept, and the approval that it opens. */
export const record = (
  ctx: Context,
  business: string,
  item: Item,
  resume: StoredApproval['resume'],
  recipient: string | null,
  context: DecisionContext,
  answer: Answer,
  { now, at, until, version }: Occasion,
): Recorded => {
  const { request, idempotencyKey, approval: wish, actor } = item;
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
    contentUntil: sealed === null ? null : until,
  };
  return { decision, approval: opens ? approvalOf(ctx, id, wish, resume, now) : null };
};

/** What is written down where the work on a question broke: the answer `error`, and nothing that could break again. */
export const brokenRecord = (
  ctx: Context,
  { request, idempotencyKey, actor }: Item,
  { now, at, version, hash }: Occasion,
): Recorded => ({
  decision: {
    id: ctx.id('dec'),
    createdAt: at,
    actor,
    request: openPart(request),
    recipient: null,
    context: { now, counters: {} },
    answer: brokenAnswer(hash),
    profileVersion: version,
    idempotencyKey,
    requestHash: '',
    contact: 'none',
    content: 'none',
    sealed: null,
    contentUntil: null,
  },
  approval: null,
});
