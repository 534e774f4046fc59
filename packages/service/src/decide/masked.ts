import type { DecisionRequest } from '@plumbline/core';
import type { StoredDecision } from '@plumbline/store';

/** A fact that may name somebody: whether it is there is kept, what it says is not. */
const hidden = (value: unknown): string | null | undefined =>
  value === null ? null : value === undefined ? undefined : '***';

const maskedFacts = (facts: DecisionRequest['facts']): DecisionRequest['facts'] => {
  if (facts === null || facts === undefined) return facts;
  const { reviewedBy, own, ...rest } = facts;
  const names =
    own === null || own === undefined
      ? own
      : Object.fromEntries(Object.keys(own).map((name) => [name, '***']));
  return {
    ...rest,
    ...(reviewedBy === undefined ? {} : { reviewedBy: hidden(reviewedBy) }),
    ...(names === undefined ? {} : { own: names }),
  };
};

/**
 * A decision as it may leave the house: the answer whole, of the request nothing that tells who it is about. Whether
 * two decisions reach the same person cannot be read from it.
 */
export const masked = ({
  id,
  createdAt,
  request,
  answer,
  profileVersion,
  contact,
  context,
}: StoredDecision) => {
  const { facts, ...rest } = request;
  return {
    id,
    at: createdAt,
    request: { ...rest, ...(facts === undefined ? {} : { facts: maskedFacts(facts) }) },
    context,
    answer,
    revision: profileVersion,
    contact,
  };
};
