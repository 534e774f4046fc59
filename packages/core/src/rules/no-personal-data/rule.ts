import { z } from 'zod';
import { wordsOf } from '../../decide/plain-text.ts';
import { defineRule, unknown } from '../define.ts';
import { findings, kinds } from './find.ts';

const noWords = unknown(
  'It is not known what would go out, so nobody can say whether it holds personal data.',
  'What does the text say?',
);

const named = {
  iban: 'an account number (IBAN)',
  card: 'a card number',
  'national-id': 'a personal number of a state',
  'birth-date': 'a date of birth',
} as const;

const compact = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '').toUpperCase();

export const rule = defineRule({
  meta: {
    id: 'no-personal-data',
    title: 'Nobody’s numbers leave by accident',
    summary:
      'What goes out holds no account, card or personal number and no date of birth, save those you name.',
    values: ['quality-craftsmanship', 'customer-intimacy'],
    actions: ['message.send', 'message.reply', 'post.publish'],
    audiences: null,
    options: z.strictObject({
      kinds: z
        .array(z.enum(kinds))
        .min(1)
        .default([...kinds])
        .meta({ description: 'What to look for.' }),
      fine: z.array(z.string().trim().min(4).max(60)).max(100).default([]).meta({
        description: 'Numbers that may stand in a text, such as the account your customers pay to.',
      }),
    }),
    version: 1,
    since: '0.1.0',
  },
  prepare: (options) => {
    const wanted = new Set(options.kinds);
    const fine = new Set(options.fine.map(compact));
    return (request) => {
      const words = wordsOf(request.content);
      if (words === null) return noWords;
      for (const { kind, number, sure } of findings(words)) {
        if (!wanted.has(kind) || fine.has(compact(number))) continue;
        return {
          verdict: 'fail',
          evidence: sure ? 'observed' : 'inferred',
          // The number itself must not travel on in the answer.
          message: `The text holds ${named[kind]}. Take it out before it goes out.`,
        };
      }
      return null;
    };
  },
});
