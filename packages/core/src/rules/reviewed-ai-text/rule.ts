import { z } from 'zod';
import { namedPerson } from '../../decide/named-person.ts';
import { defineRule, type RuleResult, unknown } from '../define.ts';

const unread: RuleResult = {
  verdict: 'fail',
  message:
    'A model wrote this, and nobody is named who has read it. Let one of you read it and give the name in `reviewedBy`.',
};
const whoRead = unknown(
  'A model wrote this, and what is given in `reviewedBy` names no person.',
  'Who has read this text?',
);
const whoWrote = unknown('It is not known whether a model wrote this.', 'Did a model write this text?');

export const rule = defineRule({
  meta: {
    id: 'reviewed-ai-text',
    title: 'Nothing a machine wrote goes out unread',
    summary: 'Text that a model wrote needs the name of the person who has read it.',
    values: ['quality-craftsmanship', 'customer-intimacy'],
    actions: ['message.send', 'message.reply', 'post.publish'],
    audiences: ['customer', 'partner', 'public'],
    options: z.strictObject({}),
    version: 1,
    since: '0.1.0',
  },
  prepare: () => (request) => {
    const { facts } = request;
    if (facts?.aiGenerated === false) return null;
    const reader = namedPerson(facts?.reviewedBy);
    if (reader === 'named') return null;
    if (facts?.aiGenerated !== true) return whoWrote;
    return reader === 'none' ? unread : whoRead;
  },
});
