import type { DecisionRequest } from './request.ts';

/** Of an action that uses up a contact of the recipient: does this one, too? It does unless it surely does not. */
export const isContact = (request: DecisionRequest): boolean =>
  request.audience !== 'staff' && request.audience !== 'public' && request.facts?.purpose !== 'transaction';
