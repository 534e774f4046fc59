import { z } from 'zod';
import { defineRule, unknown } from '../define.ts';

const noAmount = unknown('It is not known how much money this moves.', 'How much is it, in which currency?');

export const rule = defineRule({
  meta: {
    id: 'amount-limit',
    title: 'A machine moves only small sums',
    summary: 'Money above your limit needs one of you; another currency cannot be compared.',
    values: ['quality-craftsmanship', 'employee-empowerment'],
    actions: ['payment.refund'],
    audiences: null,
    options: z.strictObject({
      most: z.number().min(0).max(1e12).meta({ description: 'The highest sum that passes.' }),
      currency: z.string().regex(/^[A-Z]{3}$/, 'use an ISO 4217 code, e.g. EUR'),
    }),
    version: 1,
    since: '0.1.0',
  },
  prepare: ({ most, currency }) => {
    const otherCurrency = unknown(
      `The limit is in ${currency}, and this sum is not.`,
      `How much is it in ${currency}?`,
    );
    return (request) => {
      const amount = request.facts?.amount;
      if (typeof amount !== 'number' || !Number.isFinite(amount) || amount < 0) return noAmount;
      const given = request.facts?.currency;
      if (typeof given !== 'string' || given.trim() === '') return noAmount;
      if (given !== currency) return otherCurrency;
      return amount <= most
        ? null
        : {
            verdict: 'fail',
            message: `${amount} ${currency} is more than the ${most} ${currency} that may go without one of you.`,
          };
    };
  },
});
