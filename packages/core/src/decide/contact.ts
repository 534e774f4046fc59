import type { DecisionRequest } from './request.ts';

/** Does carrying it out use up one contact of the recipient? Everything sent unasked does, unless it surely does not. */
export const isContact = (request: DecisionRequest, actions: ReadonlySet<string>): boolean =>
  actions.has(request.action) &&
  request.audience !== 'staff' &&
  request.audience !== 'public' &&
  request.facts?.purpose !== 'transaction';
