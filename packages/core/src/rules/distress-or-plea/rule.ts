import { z } from 'zod';
import { defineRule, type RuleResult, unknown } from '../define.ts';
import { distressIn, pleaIn, readable } from './read.ts';

const notHeard = unknown('It is not known what this person said.', 'What did this person write or say?');
const unreadable = unknown(
  'What this person said is in a script that the word lists do not know.',
  'Does this person ask for somebody, or are they in distress?',
);
const soundsDistressed: RuleResult = {
  verdict: 'fail',
  evidence: 'inferred',
  message: 'This person sounds distressed. Let one of you answer.',
};
const notSensed = unknown('It is not known how this person sounds.', 'How does this person sound?');
const sensed = new Set<unknown>(['positive', 'neutral', 'negative']);

export const rule = defineRule({
  meta: {
    id: 'distress-or-plea',
    title: 'Whoever is in distress or asks for a person gets one',
    summary:
      'A machine does not answer somebody whose words speak of distress, or who asks for a person; one of you does.',
    values: ['customer-intimacy'],
    actions: ['message.reply'],
    audiences: ['customer', 'partner'],
    options: z.strictObject({
      sentiment: z.enum(['ignored', 'needed']).default('ignored').meta({
        description:
          '`needed`: the caller has to say how the person sounds, and `distressed` brings one of you in. A caller that leaves it out gets no easier answer, so it is all or nothing.',
      }),
      alsoWords: z
        .array(z.string().trim().min(3).max(80))
        .max(200)
        .default([])
        .meta({ description: 'Words of your trade after which one of you answers, e.g. "allergy".' }),
    }),
    version: 1,
    since: '0.1.0',
  },
  prepare: ({ alsoWords, sentiment }) => {
    const needed = sentiment === 'needed';
    const own = alsoWords.map((word) => word.normalize('NFKC').toLowerCase());
    return (request) => {
      // One of you answers already.
      if (request.facts?.aiGenerated === false) return null;
      if (needed && request.facts?.sentiment === 'distressed') return soundsDistressed;
      const said = request.content?.said;
      if (typeof said !== 'string' || said.trim() === '') return notHeard;
      const text = said.normalize('NFKC').toLowerCase().replaceAll('’', "'");
      const distress = distressIn(text);
      if (distress !== null)
        return {
          verdict: 'fail',
          evidence: 'inferred',
          message: `This person wrote “${distress}”. Let one of you answer.`,
        };
      const plea = pleaIn(text);
      if (plea !== null)
        return {
          verdict: 'fail',
          evidence: 'inferred',
          message: `This person asks for one of you: “${plea}”. Hand over.`,
        };
      const word = own.find((each) => text.includes(each));
      if (word !== undefined)
        return {
          verdict: 'fail',
          message: `This person wrote “${word}”, after which you want one of you to answer.`,
        };
      if (!readable(text)) return unreadable;
      return needed && !sensed.has(request.facts?.sentiment) ? notSensed : null;
    };
  },
});
