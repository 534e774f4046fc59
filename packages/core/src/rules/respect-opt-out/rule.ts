import { z } from 'zod';
import { defineRule, type RuleResult, unknownOf } from '../define.ts';

const optedOut: RuleResult = {
  verdict: 'fail',
  message: 'This person asked not to get such messages any more. Do not send it.',
};
const notLookedUp = unknownOf(
  'is not known whether this person asked not to be written to.',
  'Has this person asked not to get such messages?',
);

export const rule = defineRule({
  meta: {
    id: 'respect-opt-out',
    title: 'We write to nobody who asked us not to',
    summary:
      'A message to somebody who opted out is refused; one they asked for or need passes, unless they want nothing at all.',
    values: ['customer-intimacy', 'community-focus'],
    actions: ['message.send'],
    audiences: ['customer', 'partner'],
    options: z.strictObject({}),
    version: 2,
    since: '0.1.0',
  },
  prepare: () => (request, context) => {
    switch (context.suppression) {
      case 'none':
        return null;
      case 'marketing':
        return request.facts?.purpose === 'transaction' ? null : optedOut;
      case 'all':
        return optedOut;
      default:
        return notLookedUp(context);
    }
  },
});
