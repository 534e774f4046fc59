import { z } from 'zod';
import { defineRule, type RuleResult, unknown } from '../define.ts';

const blocked: RuleResult = {
  verdict: 'fail',
  message:
    'The automation that asks breaks something you promised. Put it right first; its findings say how.',
};
const open: RuleResult = {
  verdict: 'fail',
  message: 'The automation that asks is not yet as you promised. Adjust it first; its findings say how.',
};
const unanswered = unknown(
  'The automation that asks has questions open that somebody has to answer.',
  'What are the answers to the open questions about this automation?',
);
const notAssessed = unknown(
  'The automation that asks has not been looked at.',
  'Which automation asks, and does Plumbline have it?',
);

export const rule = defineRule({
  meta: {
    id: 'flow-standing',
    title: 'Only automations that keep our promises act',
    summary: 'An automation that is blocked does not act; one that nobody has assessed is asked about.',
    values: ['quality-craftsmanship', 'employee-empowerment'],
    actions: [
      'message.send',
      'message.reply',
      'post.publish',
      'booking.create',
      'booking.change',
      'booking.cancel',
      'payment.refund',
      'record.delete',
      'decision.about-person',
    ],
    audiences: null,
    options: z.strictObject({
      needs: z
        .enum(['not-blocked', 'aligned'])
        .default('not-blocked')
        .meta({ description: '`aligned`: nothing left to adjust or to answer.' }),
    }),
    version: 1,
    since: '0.1.0',
  },
  prepare:
    ({ needs }) =>
    (request, context) => {
      // A standing without a flow that it belongs to says nothing.
      if (typeof request.flow?.id !== 'string' || request.flow.id === '') return notAssessed;
      switch (context.flowStanding) {
        case 'aligned':
          return null;
        case 'needs-adjustment':
          return needs === 'aligned' ? open : null;
        case 'needs-answers':
          return needs === 'aligned' ? unanswered : null;
        case 'blocked':
          return blocked;
        default:
          return notAssessed;
      }
    },
});
