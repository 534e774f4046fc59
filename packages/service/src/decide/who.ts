import { normaliseRecipient } from '@plumbline/core';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { Problem } from '../problem.ts';

const text = (most: number) => z.string().trim().min(1).max(most);

export const whoSchema = {
  address: text(320).meta({ description: 'As you have it: an e-mail address, a phone number, a chat id.' }),
  channel: text(80)
    .optional()
    .meta({ description: 'Needed for a chat id, which means something there only.' }),
  country: z
    .string()
    .length(2)
    .optional()
    .meta({ description: 'ISO 3166 code, for a phone number without a prefix.' }),
};

interface Who {
  readonly address: string;
  readonly channel?: string | undefined;
  readonly country?: string | undefined;
}

/** Hash of a person; throws `invalid-input` where it cannot be told who that is. */
export const pseudonymOf = (ctx: Context, business: string, { address, channel, country }: Who): string => {
  const key = normaliseRecipient({ address, country }, channel);
  if (key === null) {
    throw new Problem('invalid-input', 'address: it cannot be told who that is', [
      {
        path: 'address',
        message: 'Write it whole: a phone number with its country, a chat id with its channel.',
      },
    ]);
  }
  return ctx.vault.pseudonym(business, key.key);
};
