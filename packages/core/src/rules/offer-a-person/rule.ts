import { z } from 'zod';
import { wordsOf } from '../../decide/plain-text.ts';
import { promisesPersonIn } from '../../flow/people/person-words.ts';
import { defineRule, type RuleResult, unknown } from '../define.ts';

const noTurns = unknown(
  'It is not known how many answers the machine has given in this conversation.',
  'How many answers has the machine given so far?',
);

export const rule = defineRule({
  meta: {
    id: 'offer-a-person',
    title: 'Whoever talks with our machine can have one of us',
    summary: 'After so many answers of a machine, a person has been offered, or is offered in this one.',
    values: ['customer-intimacy'],
    actions: ['message.reply'],
    audiences: ['customer', 'partner'],
    options: z.strictObject({
      afterTurns: z
        .int()
        .min(0)
        .max(100)
        .default(3)
        .meta({ description: 'Answers the machine may give before a person has to be offered.' }),
    }),
    version: 1,
    since: '0.1.0',
  },
  prepare: ({ afterTurns }) => {
    const failed: RuleResult = {
      verdict: 'fail',
      evidence: 'inferred',
      message: `The machine has given ${afterTurns} answers or more, and nobody was offered a person. Offer one of you in this answer.`,
    };
    const notSaid = unknown(
      'The machine has given many answers, and it is not known whether a person was offered.',
      'Has one of you been offered in this conversation?',
    );
    return (request) => {
      const { facts } = request;
      if (facts?.aiGenerated === false || facts?.personOffered === true) return null;
      const turns = facts?.turns;
      const counted = typeof turns === 'number' && Number.isFinite(turns) && turns >= 0;
      if (counted && turns < afterTurns) return null;
      const words = wordsOf(request.content);
      if (words !== null && promisesPersonIn(words)) return null;
      if (!counted) return noTurns;
      return facts?.personOffered === false && words !== null ? failed : notSaid;
    };
  },
});
