import { minuteIn } from './hand-written.ts';
import type { Input } from './inputs.ts';

/**
 * The same input as one flat record, which is what the other engines read best. Local time is worked out beforehand and
 * the reviewer is sorted, so they have less to do than Plumbline; making this record is not counted against them.
 */
export interface Flat {
  readonly [name: string]: string | number | boolean;
  readonly action: string;
}

export const flatten = ({ request, context }: Input): Flat => {
  const { facts } = request;
  const reviewer = facts?.reviewedBy ?? '';
  return {
    action: request.action,
    flow: typeof request.flow?.id === 'string',
    standing: context.flowStanding ?? 'not-assessed',
    suppression: context.suppression ?? 'unknown',
    transaction: facts?.purpose === 'transaction',
    minute: minuteIn(request.recipient?.timeZone, context.now),
    used: context.counters['contact/7d']?.used ?? -1,
    ai: facts?.aiGenerated === true ? 'yes' : facts?.aiGenerated === false ? 'no' : 'unknown',
    reviewer: reviewer === '' ? 'none' : reviewer === 'bot' ? 'doubtful' : 'named',
    turns: facts?.turns ?? -1,
    offered: facts?.personOffered === true,
    amount: facts?.amount ?? -1,
    currency: facts?.currency ?? '',
    decidedBy: facts?.decidedBy ?? 'unknown',
    consequential: facts?.consequential !== false,
  };
};

export type Term =
  | readonly ['==' | '!=' | '<' | '>=' | '>', string, string | number | boolean]
  | readonly ['and' | 'or', ...Term[]];

export interface FlatRule {
  readonly id: string;
  readonly effect: 'block' | 'needs-human';
  readonly actions: readonly string[];
  readonly when: Term;
}

const send = ['message.send'];
const written = ['message.send', 'message.reply', 'post.publish'];
const all = ['message.send', 'message.reply', 'post.publish', 'payment.refund', 'decision.about-person'];
const rule = (id: string, effect: FlatRule['effect'], actions: readonly string[], when: Term): FlatRule => ({
  id,
  effect,
  actions,
  when,
});

const notTransaction: Term = ['==', 'transaction', false];
const unseen: Term = ['and', ['==', 'consequential', true], ['!=', 'reviewer', 'named']];
const byModel: Term = [
  'or',
  ['==', 'decidedBy', 'model'],
  ['and', ['==', 'decidedBy', 'unknown'], ['==', 'ai', 'yes']],
];

/** The eight rules once more, each as what breaks it and what it cannot tell: every engine's rules are made of these. */
export const flatRules: readonly FlatRule[] = [
  rule('opt-out', 'block', send, [
    'or',
    ['==', 'suppression', 'all'],
    ['and', ['==', 'suppression', 'marketing'], notTransaction],
  ]),
  rule('opt-out?', 'needs-human', send, ['==', 'suppression', 'unknown']),
  rule('quiet', 'block', send, [
    'and',
    notTransaction,
    ['>=', 'minute', 0],
    ['or', ['>=', 'minute', 1260], ['<', 'minute', 480]],
  ]),
  rule('quiet?', 'needs-human', send, ['and', notTransaction, ['<', 'minute', 0]]),
  rule('limit', 'block', send, ['and', notTransaction, ['>=', 'used', 3]]),
  rule('limit?', 'needs-human', send, ['and', notTransaction, ['<', 'used', 0]]),
  rule('review', 'needs-human', written, ['and', ['==', 'ai', 'yes'], ['!=', 'reviewer', 'named']]),
  rule('review?', 'needs-human', written, ['and', ['==', 'ai', 'unknown'], ['!=', 'reviewer', 'named']]),
  rule(
    'offer',
    'needs-human',
    ['message.reply'],
    ['and', ['!=', 'ai', 'no'], ['==', 'offered', false], ['>=', 'turns', 3]],
  ),
  rule(
    'offer?',
    'needs-human',
    ['message.reply'],
    ['and', ['!=', 'ai', 'no'], ['==', 'offered', false], ['<', 'turns', 0]],
  ),
  rule('amount', 'block', ['payment.refund'], ['and', ['==', 'currency', 'EUR'], ['>', 'amount', 50]]),
  rule('amount?', 'needs-human', ['payment.refund'], ['or', ['!=', 'currency', 'EUR'], ['<', 'amount', 0]]),
  rule('alone', 'block', ['decision.about-person'], ['and', unseen, ['==', 'reviewer', 'none'], byModel]),
  rule(
    'alone?',
    'needs-human',
    ['decision.about-person'],
    ['and', unseen, ['or', ['==', 'decidedBy', 'unknown'], ['==', 'decidedBy', 'model']]],
  ),
  rule('standing', 'block', all, ['and', ['==', 'flow', true], ['==', 'standing', 'blocked']]),
  rule('standing?', 'needs-human', all, ['or', ['==', 'flow', false], ['==', 'standing', 'not-assessed']]),
];

/** More rules of the same kind, each copy for actions of its own. */
export const flatRulesOf = (copies: number): readonly FlatRule[] =>
  Array.from({ length: copies }, (_, copy) =>
    flatRules.map((each) =>
      copy === 0
        ? each
        : {
            ...each,
            id: `${each.id}-${copy}`,
            actions: each.actions.map((action) => `copy${copy}.${action}`),
          },
    ),
  ).flat();
