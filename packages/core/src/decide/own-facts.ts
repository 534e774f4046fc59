import type { DecisionRequest } from './request.ts';

export type OwnFactKind = 'text' | 'number' | 'yes-no';
type Read = (request: DecisionRequest) => unknown;

interface Variable {
  readonly kind: OwnFactKind;
  readonly read: Read;
}

const text = (read: Read): Variable => ({ kind: 'text', read });
/** None of them can be below zero; such a one makes no sense. */
const number = (read: Read): Variable => ({
  kind: 'number',
  read: (request) => {
    const value = read(request);
    return typeof value === 'number' && value >= 0 ? value : undefined;
  },
});
const yesNo = (read: Read): Variable => ({ kind: 'yes-no', read });

/** What an own rule can read of every request, by the name it goes by in the expression. */
export const requestVariables: ReadonlyMap<string, Variable> = new Map([
  ['caller', text((request) => request.caller)],
  ['action', text((request) => request.action)],
  ['channel', text((request) => request.channel)],
  ['audience', text((request) => request.audience)],
  ['country', text((request) => request.recipient?.country)],
  ['timeZone', text((request) => request.recipient?.timeZone)],
  ['locale', text((request) => request.recipient?.locale)],
  ['subject', text((request) => request.content?.subject)],
  ['text', text((request) => request.content?.text)],
  ['html', text((request) => request.content?.html)],
  ['said', text((request) => request.content?.said)],
  ['aiGenerated', yesNo((request) => request.facts?.aiGenerated)],
  ['reviewedBy', text((request) => request.facts?.reviewedBy)],
  ['decidedBy', text((request) => request.facts?.decidedBy)],
  ['consequential', yesNo((request) => request.facts?.consequential)],
  ['purpose', text((request) => request.facts?.purpose)],
  ['sentiment', text((request) => request.facts?.sentiment)],
  ['confidence', number((request) => request.facts?.confidence)],
  ['amount', number((request) => request.facts?.amount)],
  ['currency', text((request) => request.facts?.currency)],
  ['turns', number((request) => request.facts?.turns)],
  ['personOffered', yesNo((request) => request.facts?.personOffered)],
]);

/** Names of what an own rule can read of every request. */
export const requestVariableNames: readonly string[] = [...requestVariables.keys()];

export const ownVariable = (name: string, kind: OwnFactKind): Variable => ({
  kind,
  read: (request) => {
    const own = request.facts?.own;
    return own !== null && own !== undefined && Object.hasOwn(own, name) ? own[name] : undefined;
  },
});

/** Is this a value of that kind? Blank text, NaN and infinity say nothing. */
export const isOfKind = (value: unknown, kind: OwnFactKind): boolean => {
  switch (kind) {
    case 'text':
      return typeof value === 'string' && value.trim() !== '';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'yes-no':
      return typeof value === 'boolean';
  }
};
