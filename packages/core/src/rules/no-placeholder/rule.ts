import { z } from 'zod';
import { wordsOf } from '../../decide/plain-text.ts';
import { defineRule, unknown } from '../define.ts';
import { doubtfulIn, gapIn } from './gaps.ts';

const noWords = unknown(
  'It is not known what would go out, so nobody can say whether a gap is left in it.',
  'What does the text say?',
);

export const rule = defineRule({
  meta: {
    id: 'no-placeholder',
    title: 'No letter leaves with a gap where a name should be',
    summary: 'What goes out holds no field that was never filled in.',
    values: ['quality-craftsmanship', 'customer-intimacy'],
    actions: ['message.send', 'message.reply', 'post.publish'],
    audiences: null,
    options: z.strictObject({}),
    version: 1,
    since: '0.1.0',
  },
  prepare: () => (request) => {
    const words = wordsOf(request.content);
    if (words === null) return noWords;
    // In HTML a field can stand where nobody sees it, in a link for instance.
    const gap = gapIn(words, request.content?.html ?? '');
    if (gap !== null)
      return {
        verdict: 'fail',
        message: `The text still holds “${gap}”, which nobody has filled in. Fill it in before it goes out.`,
      };
    const doubtful = doubtfulIn(words);
    return doubtful === null
      ? null
      : unknown(
          `The text holds the word “${doubtful}”, which may stand where a value should be.`,
          `Is “${doubtful}” meant to stand in the text?`,
        );
  },
});
