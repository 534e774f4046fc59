import type { Answer as SaidAnswer } from '@plumbline/core';
import type { Insertable } from 'kysely';
import type { StoredDecision } from '../decision-port.ts';
import type { Tables } from './tables.ts';

/** The usual answers are shared between decisions, and so is their text. */
const texts = new WeakMap<SaidAnswer, string>();
const answerText = (answer: SaidAnswer): string => {
  const known = texts.get(answer);
  if (known !== undefined) return known;
  const text = JSON.stringify(answer);
  texts.set(answer, text);
  return text;
};

export const decisionRow = (scope: string, decision: StoredDecision): Insertable<Tables['decisions']> => ({
  business: scope,
  id: decision.id,
  created_at: decision.createdAt,
  actor: decision.actor,
  request: JSON.stringify(decision.request),
  recipient: decision.recipient,
  context: JSON.stringify(decision.context),
  answer: answerText(decision.answer),
  profile_version: decision.profileVersion,
  idempotency_key: decision.idempotencyKey,
  request_hash: decision.requestHash,
  content: decision.content,
  content_until: decision.contentUntil,
  sealed: decision.sealed,
});

/** The contact that a decision uses up or reserves; null where it does neither. */
export const contactRow = (
  scope: string,
  { id, recipient, request, createdAt, contact }: StoredDecision,
): Insertable<Tables['contacts']> | null =>
  contact === 'none' || recipient === null
    ? null
    : {
        business: scope,
        decision: id,
        recipient,
        channel: request.channel ?? '',
        at: createdAt,
        state: contact,
      };
