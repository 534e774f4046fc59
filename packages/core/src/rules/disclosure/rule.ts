import { z } from 'zod';
import { saysMachine } from '../../checks/require-bot-disclosure/words.ts';
import { wordsOf } from '../../decide/plain-text.ts';
import { defineRule, type RuleResult, unknown } from '../define.ts';

const noWords = unknown(
  'It is not known what would go out, so nobody can say whether it tells that a machine wrote it.',
  'What does the text say?',
);
const whoWrote = unknown('It is not known whether a model wrote this.', 'Did a model write this text?');
const untold: RuleResult = {
  verdict: 'fail',
  evidence: 'inferred',
  message: 'A model wrote this, and nothing in it says so. Say it in the text.',
};

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

export const rule = defineRule({
  meta: {
    id: 'disclosure',
    title: 'We say when a machine writes',
    summary: 'Text that a model wrote says so; with a line of yours given, that line has to stand in it.',
    values: ['customer-intimacy', 'community-focus'],
    actions: ['message.send', 'message.reply', 'post.publish'],
    audiences: ['customer', 'partner', 'public'],
    options: z.strictObject({
      line: z.string().trim().min(5).max(500).optional().meta({
        description: 'The line that has to stand in it. Without one, any wording that says so will do.',
      }),
      ifMissing: z
        .enum(['add', 'refuse'])
        .default('add')
        .meta({ description: 'Where your line is missing: ask the caller to add it, or let the rule fail.' }),
    }),
    version: 1,
    since: '0.1.0',
  },
  prepare: ({ line, ifMissing }) => {
    const wanted = line === undefined ? null : folded(line);
    const absent: RuleResult | null =
      line === undefined
        ? null
        : ifMissing === 'refuse'
          ? {
              verdict: 'fail',
              message: `A model wrote this, and the line “${line}” is missing. Add it and ask again.`,
            }
          : {
              verdict: 'pass',
              message: 'A model wrote this.',
              obligation: { kind: 'add-text', text: line, message: `Add the line “${line}”.` },
            };
    return (request) => {
      const ai = request.facts?.aiGenerated;
      if (ai === false) return null;
      const words = wordsOf(request.content);
      if (words !== null && wanted !== null && folded(words).includes(wanted)) return null;
      if (words !== null && wanted === null && saysMachine.test(words)) return null;
      if (ai !== true) return whoWrote;
      if (words === null) return noWords;
      return absent ?? untold;
    };
  },
});
