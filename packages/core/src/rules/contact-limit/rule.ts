import { z } from 'zod';
import { defineRule, unknownOf } from '../define.ts';

const keyOf = (days: number, channels: readonly string[] | null): string =>
  `contact/${days}d${channels === null ? '' : `/${[...channels].sort().join('+')}`}`;

const notCounted = unknownOf(
  'is not known how often this person was written to lately.',
  'How often has this person been written to lately?',
);

export const rule = defineRule({
  meta: {
    id: 'contact-limit',
    title: 'We do not flood anybody',
    summary:
      'One person gets only so many messages in so many days, whichever automation sends them; what they asked for does not count.',
    values: ['customer-intimacy', 'community-focus'],
    actions: ['message.send'],
    audiences: ['customer', 'partner'],
    options: z.strictObject({
      most: z.int().min(1).max(1000).default(3).meta({ description: 'Messages to one person.' }),
      days: z.int().min(1).max(366).default(7).meta({ description: 'In this many days of 24 hours.' }),
    }),
    version: 2,
    since: '0.1.0',
  },
  counters: ({ days }, channels) => [
    {
      key: keyOf(days, channels),
      counter: 'contact',
      days,
      channels: channels === null ? null : [...channels].sort(),
    },
  ],
  prepare: ({ most, days }, channels) => {
    const key = keyOf(days, channels);
    const span = days === 1 ? '24 hours' : `${days} days`;
    return (request, context) => {
      if (request.facts?.purpose === 'transaction') return null;
      const reading = Object.hasOwn(context.counters, key) ? context.counters[key] : undefined;
      const used = reading?.used;
      if (reading === undefined || used === undefined || !Number.isInteger(used) || used < 0)
        return notCounted(context);
      if (used < most) return null;
      const message = `This person has had ${used} ${used === 1 ? 'message' : 'messages'} within ${span}, and ${most} ${most === 1 ? 'is' : 'are'} the most you want to send.`;
      const { freeAt } = reading;
      // With more used than allowed, the first to lapse does not yet make room.
      if (typeof freeAt !== 'number' || used > most || freeAt <= context.now)
        return { verdict: 'fail', message: `${message} Do not send it now.` };
      return {
        verdict: 'fail',
        message: `${message} Wait until the oldest is ${span} old.`,
        obligation: {
          kind: 'wait-until',
          until: new Date(freeAt).toISOString(),
          timeZone: null,
          message: `Wait until the oldest is ${span} old.`,
        },
      };
    };
  },
});
