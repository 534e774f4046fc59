import { type ApiKey, installation, keyScopes } from '@plumbline/store';
import { z } from 'zod';

export const keyScopeSchema = z.enum(keyScopes).meta({
  id: 'KeyScope',
  description:
    '`read`: see. `answer`: say yes or no to what waits, answer questions, vouch for practices, close hand-overs, acknowledge alerts. `write`: that, and put profile and flows, accept faults, sign off. `decide`: ask for decisions. `gate`: ask at saving and publishing. `admin`: everything, everywhere.',
});

export const keySchema = z
  .object({
    id: z.string(),
    business: z
      .string()
      .nullable()
      .meta({ description: 'The business it is bound to; null for admin keys.' }),
    name: z.string(),
    scopes: z.array(keyScopeSchema),
    createdAt: z.iso.datetime(),
    revokedAt: z.iso.datetime().nullable(),
    lastUsedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Key', description: 'A key, without its secret: that is shown once, when it is made.' });
export type KeyView = z.infer<typeof keySchema>;

export const keyView = ({ hash: _, scope, scopes, ...key }: ApiKey): KeyView => ({
  ...key,
  business: scope === installation ? null : scope,
  scopes: [...scopes],
});

const prefix = 'plb_';

/** A new secret: `plb_` and 256 random bits in base64url. */
export const newSecret = (random: (bytes: number) => Uint8Array): string =>
  prefix + Buffer.from(random(32)).toString('base64url');

/** Has the form of a secret; says nothing about whether it is one of ours. */
export const looksLikeSecret = (text: string): boolean => /^plb_[A-Za-z0-9_-]{43}$/.test(text);
